package dev.qiao.signal.status;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Preferences;
import dev.qiao.signal.outage.Outage;
import dev.qiao.signal.outage.Outages;
import dev.qiao.signal.outage.Stretch;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What strangers see, from memory: however many ask, and for whatever, all of it is read together once in fifteen seconds at most. Where
 * that fails, the last is shown with its age for a while.
 */
@Component
public class Boards {
    static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration TOO_OLD = Duration.ofMinutes(10);
    private static final int MOST_OUTAGES = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(Boards.class);

    /** @param triedAt when somebody last began to read; what is shown may be older */
    private record Read(Instant triedAt, Instant at, Map<String, Board> bySlug) {}

    private final StatusSql sql;
    private final Services services;
    private final Outages outages;
    private final Tickets tickets;
    private final Preferences preferences;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Read last;

    Boards(StatusSql sql, Services services, Outages outages, Tickets tickets, Preferences preferences) {
        this.sql = sql;
        this.services = services;
        this.outages = outages;
        this.tickets = tickets;
        this.preferences = preferences;
    }

    /** What stands at this address; nothing where there is no page, or one that is not to be seen. */
    public Optional<Board> at(String slug, Instant now) {
        return Optional.ofNullable(current(now).bySlug().get(slug));
    }

    /** One's own change is seen at once, another node's when it is read again. */
    void forget() {
        last = null;
    }

    private Read current(Instant now) {
        var seen = last;
        if (seen != null && fresh(seen, now)) return seen;
        // Whoever has something to show does not wait for who reads.
        if (seen != null && !reading.tryLock()) return seen;
        if (seen == null) reading.lock();
        try {
            var meanwhile = last;
            if (meanwhile != null && fresh(meanwhile, now)) return meanwhile;
            var read = read(meanwhile, now);
            last = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private static boolean fresh(Read read, Instant now) {
        return Duration.between(read.triedAt(), now).abs().compareTo(FRESH) < 0;
    }

    private Read read(@Nullable Read before, Instant now) {
        try {
            return new Read(now, now, boards(now));
        } catch (RuntimeException e) {
            if (before == null || Duration.between(before.at(), now).compareTo(TOO_OLD) > 0) throw e;
            LOG.warn("what the status pages show is of {}, for nothing newer can be read", before.at(), e);
            return new Read(now, before.at(), before.bySlug());
        }
    }

    private Map<String, Board> boards(Instant now) {
        var pages =
                sql.all(StatusPages.MOST).stream().filter(StatusPage::active).toList();
        if (pages.isEmpty()) return Map.of();
        var zone = preferences.zone();
        var shown = pages.stream().flatMap(page -> page.services().stream()).collect(Collectors.toSet());
        var reach = Board.reach(zone, now);
        var known = new Board.Known(
                outages(reach, shown, now), outages.planned(new Stretch(reach.from(), now.plus(Board.AHEAD)), Me.QIAO));
        var boards = new HashMap<String, Board>();
        for (var page : pages) boards.put(page.slug(), Board.of(page, offered(page), known, zone, now));
        return Map.copyOf(boards);
    }

    private List<Service> offered(StatusPage page) {
        var chosen = Set.copyOf(page.services());
        return services.active().stream()
                .filter(service -> chosen.contains(service.id()))
                .toList();
    }

    /** What is told in confidence is told to nobody here, not even that there was something. */
    private Map<Long, List<Stretch>> outages(Stretch reach, Set<Long> shown, Instant now) {
        var all = outages.in(reach, null, MOST_OUTAGES, Me.QIAO).stream()
                .filter(Outage::counts)
                .filter(outage -> shown.contains(outage.service()))
                .toList();
        var restricted = tickets.of(all.stream().map(Outage::ticket).toList()).stream()
                .filter(ticket -> ticket.matter().restricted())
                .map(Ticket::number)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(outage -> !restricted.contains(outage.ticket()))
                .collect(groupingBy(Outage::service, mapping(outage -> outage.until(now), toList())));
    }
}
