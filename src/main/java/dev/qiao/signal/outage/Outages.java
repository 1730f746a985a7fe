package dev.qiao.signal.outage;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.signal.outage.Outage.Correction;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to outages and availability. Seeing needs {@link Permission#REPORT_SEE}, correcting {@link Permission#TICKET_DISPATCH} as well. */
@Component
public class Outages {
    /** How the journal calls a corrected outage. */
    public static final String KIND = "signal.outage";

    private static final int MOST = 20_000;
    private static final int LONGEST_REASON = 500;

    /** How a service was in each month, the oldest first. */
    public record Course(Service service, List<Availability> months) {}

    /** What the journal is told of a correction; why is beside the outage. */
    record Said(@Nullable Instant beganAt, @Nullable Instant endedAt, boolean none) {
        static @Nullable Said of(@Nullable Correction correction) {
            return correction == null ? null : new Said(correction.beganAt(), correction.endedAt(), correction.none());
        }
    }

    private final Db db;
    private final OutageSql sql;
    private final Services services;
    private final Journal journal;

    Outages(Db db, OutageSql sql, Services services, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.services = services;
        this.journal = journal;
    }

    /** The month, up to now where it has not passed; from its first moment in this zone. */
    public static Stretch time(YearMonth month, ZoneId zone, Instant now) {
        var from = month.atDay(1).atStartOfDay(zone).toInstant();
        var until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        if (until.isBefore(now)) return new Stretch(from, until);
        return new Stretch(from, now.isBefore(from) ? from : now);
    }

    /** Those that reach into this time, of one service or of all; the newest first. */
    public List<Outage> in(Stretch time, @Nullable Long service, int most, Me me) {
        me.must(Permission.REPORT_SEE);
        return sql.in(time, service, most);
    }

    /** Maintenance that was planned for services and reaches into this time, by their numbers. */
    public Map<Long, List<Stretch>> planned(Stretch time, Me me) {
        me.must(Permission.REPORT_SEE);
        return sql.planned(time);
    }

    /** Errors: not found. */
    public Outage find(long ticket, Me me) {
        me.must(Permission.REPORT_SEE);
        return sql.find(ticket).orElseThrow(() -> Refused.notFound("signal.no_outage"));
    }

    /** Of each service that is offered, the months up to this one. */
    public List<Course> courses(YearMonth last, int months, ZoneId zone, Me me, Instant now) {
        me.must(Permission.REPORT_SEE);
        var times = new ArrayList<Stretch>();
        for (int n = months - 1; n >= 0; n--) times.add(time(last.minusMonths(n), zone, now));
        var whole = new Stretch(times.getFirst().from(), times.getLast().until());
        var outages = sql.in(whole, null, MOST).stream()
                .filter(Outage::counts)
                .collect(Collectors.groupingBy(
                        Outage::service, Collectors.mapping(outage -> outage.until(now), Collectors.toList())));
        var planned = sql.planned(whole);
        return services.active().stream()
                .map(service -> course(service, times, outages, planned))
                .toList();
    }

    private static Course course(
            Service service, List<Stretch> times, Map<Long, List<Stretch>> outages, Map<Long, List<Stretch>> planned) {
        return new Course(
                service,
                times.stream()
                        .map(time -> Availability.in(
                                time,
                                outages.getOrDefault(service.id(), List.of()),
                                planned.getOrDefault(service.id(), List.of())))
                        .toList());
    }

    /**
     * Says when it was instead, or that it was none; with nothing of these, that the incident is right after all. Errors: invalid, naming
     * the fields; stale.
     */
    public Outage correct(
            long ticket,
            int seen,
            @Nullable Instant began,
            @Nullable Instant ended,
            boolean none,
            String reason,
            Me me,
            Instant now) {
        me.must(Permission.TICKET_DISPATCH);
        var before = find(ticket, me);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON)
            throw Refused.invalid("reason", "signal.silence_reason_length", LONGEST_REASON);
        var from = began == null ? before.beganAt() : began;
        var until = ended == null ? before.endedAt() : ended;
        if (until != null && until.isBefore(from)) throw Refused.invalid("ended", "signal.silence_ends_first");
        if (from.isAfter(now)) throw Refused.invalid("began", "signal.outage_ahead");
        return corrected(before, seen, new Correction(began, ended, none, why, me.id()), me, now);
    }

    /** The incident is right after all. Errors: stale. */
    public Outage uncorrect(long ticket, int seen, Me me, Instant now) {
        me.must(Permission.TICKET_DISPATCH);
        return corrected(find(ticket, me), seen, null, me, now);
    }

    private Outage corrected(Outage before, int seen, @Nullable Correction correction, Me me, Instant now) {
        return db.transact(() -> {
            if (!sql.correct(before.ticket(), seen, correction)) throw Refused.stale("signal.changed_meanwhile");
            var facts = Configured.of(
                    KIND, Long.toString(before.ticket()), Said.of(before.correction()), Said.of(correction));
            journal.write(new Entry(now, me.origin(), KIND, before.ticket(), seen + 1, me.id(), Audience.ADMIN, facts));
            return find(before.ticket(), me);
        });
    }
}
