package dev.qiao.people.roster;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.base.Worker;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Roles;
import dev.qiao.people.roster.RosterFacts.GapsFound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks two weeks ahead, each hour and after each change, and tells the lead of gaps: of each once. Above a team that nobody leads
 * the service managers are told.
 */
@Component
class GapWorker implements Worker {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int MOST = 5;

    private record Due(long team, @Nullable Long lead) {}

    private record Told(
            long id, @Nullable Long layer, @Nullable Long missing, Instant from, Instant to) {
        /** A gap that grows, or of which the beginning has passed, is still the same. */
        boolean is(Shift gap) {
            return Objects.equals(layer, gap.post().layer())
                    && Objects.equals(missing, gap.post().instead())
                    && !from.isAfter(gap.to())
                    && !to.isBefore(gap.from());
        }
    }

    private final Db db;
    private final Duties duties;
    private final Roles roles;
    private final Journal journal;

    GapWorker(Db db, Duties duties, Roles roles, Journal journal) {
        this.db = db;
        this.duties = duties;
        this.roles = roles;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "people.gaps";
    }

    @Override
    public int work(Instant now) {
        return db.transact(() -> {
            var due = due(now);
            due.forEach(team -> look(team, now));
            return due.size();
        });
    }

    private List<Due> due(Instant now) {
        return db.sql("""
                update people.roster r set checked_at = :now
                from (select r.team_id, p.id as lead from people.roster r join people.team t on t.id = r.team_id
                        left join people.person p on p.id = t.lead_id and p.active
                       where t.active and (r.checked_at is null or r.checked_at <= :before)
                       order by r.checked_at nulls first limit :most for update of r skip locked) due
                where r.team_id = due.team_id
                returning due.team_id, due.lead
                """)
                .bind("now", now)
                .bind("before", now.minus(PAUSE))
                .bind("most", MOST)
                .list(row -> new Due(row.number("team_id"), row.numberOrNull("lead")));
    }

    private void look(Due due, Instant now) {
        var whom = due.lead() == null ? roles.managers() : List.of(due.lead());
        if (whom.isEmpty()) return;
        var until = now.plus(AHEAD);
        var known = told(due.team(), now);
        var news = new ArrayList<Shift>();
        for (var gap : duties.of(due.team(), now, until).shifts(now, until)) {
            if (!gap.gap()) continue;
            var same = known.stream().filter(told -> told.is(gap)).findFirst();
            if (same.isPresent()) prolong(same.get(), gap);
            else news.add(gap);
        }
        if (news.isEmpty()) return;
        news.forEach(gap -> keep(due.team(), gap, now));
        var from = news.getFirst().from();
        journal.write(whom.stream()
                .map(person -> new GapsFound(person, news.size(), from))
                .map(facts -> new Entry(now, Origin.LIVE, Rosters.KIND, due.team(), 0, 0, Audience.INTERNAL, facts))
                .toList());
    }

    private List<Told> told(long team, Instant now) {
        return db.sql("""
                select id, layer_id, missing_id, starts, ends from people.gap where team_id = :team and ends >= :now
                order by id limit 1000
                """)
                .bind("team", team)
                .bind("now", now)
                .list(row -> new Told(
                        row.number("id"),
                        row.numberOrNull("layer_id"),
                        row.numberOrNull("missing_id"),
                        row.instant("starts"),
                        row.instant("ends")));
    }

    private void prolong(Told told, Shift gap) {
        if (!gap.to().isAfter(told.to())) return;
        db.sql("update people.gap set ends = :to where id = :id")
                .bind("to", gap.to())
                .bind("id", told.id())
                .update();
    }

    private void keep(long team, Shift gap, Instant now) {
        db.sql("""
                insert into people.gap (team_id, layer_id, missing_id, starts, ends, told_at)
                values (:team, :layer::bigint, :missing::bigint, :from, :to, :now)
                """)
                .bind("team", team)
                .bind("layer", gap.post().layer())
                .bind("missing", gap.post().instead())
                .bind("from", gap.from())
                .bind("to", gap.to())
                .bind("now", now)
                .update();
    }
}
