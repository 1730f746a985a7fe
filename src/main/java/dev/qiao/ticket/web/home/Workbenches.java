package dev.qiao.ticket.web.home;

import dev.qiao.base.Me;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.TicketHistory.Event;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.followup.FollowUps;
import dev.qiao.ticket.web.Faces;
import dev.qiao.ticket.web.Story;
import dev.qiao.ticket.web.TicketRow;
import dev.qiao.ticket.web.TicketRows;
import dev.qiao.ticket.web.home.Workbench.Duty;
import dev.qiao.ticket.web.home.Workbench.News;
import dev.qiao.ticket.web.home.Workbench.Next;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the workbench shows. */
@Component
class Workbenches {
    private static final int RISKY = 3;
    private static final int OWN = 8;
    private static final int UNASSIGNED = 6;
    private static final int NEWS = 12;
    private static final Duration DANGER = Duration.ofHours(1);

    private final Queue queue;
    private final TicketRows rows;
    private final Teams teams;
    private final Faces faces;
    private final Story story;
    private final Journal journal;
    private final FollowUps followUps;

    Workbenches(
            Queue queue, TicketRows rows, Teams teams, Faces faces, Story story, Journal journal, FollowUps followUps) {
        this.queue = queue;
        this.rows = rows;
        this.teams = teams;
        this.faces = faces;
        this.story = story;
        this.journal = journal;
        this.followUps = followUps;
    }

    Workbench of(Page page) {
        var me = page.reader();
        var own = list(View.MINE, OWN, page);
        return new Workbench(
                me.name(),
                queue.count(Filter.of(View.MINE), me, page.now()),
                own.stream().filter(row -> today(row, page)).count(),
                own.stream()
                        .map(row -> next(row, page))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                list(View.DUE, RISKY, page),
                own,
                list(View.UNASSIGNED, UNASSIGNED, page),
                followUps.until(midnight(page), me),
                duty(page),
                news(me, page));
    }

    private static Instant midnight(Page page) {
        var zone = page.reader().zone();
        return LocalDate.ofInstant(page.now(), zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private List<TicketRow> list(View view, int most, Page page) {
        return rows.of(
                queue.list(Filter.of(view), null, most, page.reader(), page.now())
                        .items(),
                page);
    }

    private static boolean today(TicketRow row, Page page) {
        var due = row.clock() == null ? null : row.clock().due();
        if (due == null) return false;
        var zone = page.reader().zone();
        return !LocalDate.ofInstant(due, zone).isAfter(LocalDate.ofInstant(page.now(), zone));
    }

    private static @Nullable Next next(TicketRow row, Page page) {
        var due = row.clock() == null ? null : row.clock().due();
        if (due == null) return null;
        var look =
                due.isBefore(page.now()) ? "is-broken" : due.isBefore(page.now().plus(DANGER)) ? "is-risk" : null;
        return new Next(page.times().left(due), "/tickets/" + row.number(), look);
    }

    private List<Duty> duty(Page page) {
        var all = teams.active().stream().limit(12).toList();
        var now = teams.onDuty(all.stream().map(Team::id).toList(), page.now());
        var ids = new ArrayList<@Nullable Long>();
        now.values().forEach(ids::addAll);
        all.forEach(team -> ids.add(team.leadId()));
        var album = faces.of(ids, page);
        return all.stream()
                .map(team -> {
                    var on = now.getOrDefault(team.id(), List.of());
                    var lead = team.leadId();
                    var shown = !on.isEmpty() ? on : lead == null ? List.<Long>of() : List.of(lead);
                    return new Duty(team.name(), shown.stream().map(album::of).toList(), !on.isEmpty());
                })
                .filter(duty -> !duty.people().isEmpty())
                .toList();
    }

    private List<News> news(Me me, Page page) {
        var entries = journal.newest(Tickets.KIND, Conversation.readable(me), NEWS * 4);
        var seen = queue.among(entries.stream().map(e -> e.subject()).distinct().toList(), me);
        var shown = entries.stream()
                .filter(e -> seen.contains(e.subject()))
                .limit(NEWS)
                .map(e -> new Event(e, null))
                .toList();
        var album = faces.of(
                shown.stream()
                        .flatMap(e -> Stream.concat(Stream.of(e.entry().actor()), Story.named(e).stream()))
                        .toList(),
                page);
        return shown.stream()
                .map(e -> new News(
                        e.entry().at(),
                        e.entry().actor() == 0 ? "" : album.name(e.entry().actor()),
                        story.words(e, album, page),
                        e.entry().subject(),
                        e.entry().act().equals("clock.breached")))
                .sorted(Comparator.comparing(News::at).reversed())
                .toList();
    }
}
