package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of tickets: keyset pages, a branch for each way of seeing, each with its own order and limit. */
@Repository
class ListSql {
    /** So many of the newest are looked through before the whole index is asked. */
    private static final int NEWEST = 2_000;

    private static final String OPEN_STAGES = "('waiting', 'working', 'on_hold')";
    private static final String DUE_KEY = "coalesce(t.due_at, 'infinity')";

    /** A list shows no description; reading it would be most of the work. */
    private static final String COLUMNS = TicketSql.COLUMNS
            .replace("t.description,", "''::text as description,")
            .replace("t.solution,", "''::text as solution,");

    /** Where a page ended. */
    record Key(@Nullable Instant due, long number) {}

    private final Db db;

    ListSql(Db db) {
        this.db = db;
    }

    List<Ticket> page(Filter filter, @Nullable Key after, int limit, Me me, Instant now) {
        return statement("", filter, after, limit, me, now).list(TicketSql::ticket);
    }

    /** @param explain what stands before the statement: nothing, or an {@code explain} of a test */
    Db.Query statement(String explain, Filter filter, @Nullable Key after, int limit, Me me, Instant now) {
        var conditions = new Conditions(filter, me, now);
        boolean byDue = filter.open();
        if (after != null) {
            conditions.add(
                    byDue
                            ? "(" + DUE_KEY
                                    + ", t.number) > (coalesce(:after_due::timestamptz, 'infinity'), :after_number)"
                            : "t.number < :after_number");
            conditions.bind("after_due", after.due());
            conditions.bind("after_number", after.number());
        }
        var order = byDue ? DUE_KEY + ", t.number" : "t.number desc";
        var outer = byDue ? "coalesce(due_at, 'infinity'), number" : "number desc";
        var sight = Sight.of(me);
        var sql = branches(filter, sight).stream()
                .map(branch -> "(select " + COLUMNS + " from ticket.ticket t where (" + branch + ")" + conditions.text()
                        + " order by " + order + " limit :limit)")
                .collect(Collectors.joining(
                        " union all ", explain + "select * from (", ") l order by " + outer + " limit :limit"));
        return conditions.bound(sight.bind(db.sql(sql))).bind("limit", limit);
    }

    /** What somebody reported they may see, whatever else they may: its own two branches, each with its index. */
    private static List<String> branches(Filter filter, Sight sight) {
        if (filter.view() != View.REPORTED) return sight.branches("t", Tickets.KIND, "number");
        return List.of("t.requester_id = :me", "t.reporter_id = :me and t.reporter_id <> t.requester_id");
    }

    /** How many there are, counting no further than {@code most}. */
    int count(Filter filter, int most, Me me, Instant now) {
        var conditions = new Conditions(filter, me, now);
        var sight = Sight.of(me);
        var sql = sight.branches("t", Tickets.KIND, "number").stream()
                .map(branch ->
                        "(select 1 from ticket.ticket t where (" + branch + ")" + conditions.text() + " limit :most)")
                .collect(Collectors.joining(
                        " union all ", "select count(*) as n from (select * from (", ") b limit :most) c"));
        return conditions
                .bound(sight.bind(db.sql(sql)))
                .bind("most", most)
                .one(row -> Math.toIntExact(row.number("n")));
    }

    /** The one with this number, if it is among them. */
    Optional<Ticket> exact(Filter filter, long number, Me me, Instant now) {
        var conditions = new Conditions(filter, me, now);
        conditions.add("t.number = :exact");
        conditions.bind("exact", number);
        var sight = Sight.of(me);
        var sql = "select " + COLUMNS + " from ticket.ticket t where (" + sight.condition("t", Tickets.KIND, "number")
                + ")" + conditions.text();
        return conditions.bound(sight.bind(db.sql(sql))).optional(TicketSql::ticket);
    }

    /** The newest that contain all the words. */
    List<Ticket> search(Filter filter, String query, @Nullable Long before, int limit, Me me, Instant now) {
        var recent = searchIn(filter, query, before, limit, me, now, true);
        return recent.size() >= limit ? recent : searchIn(filter, query, before, limit, me, now, false);
    }

    /** Common words are found among the newest at once; a rare word is asked of the index, whose few hits are then sorted. */
    private List<Ticket> searchIn(
            Filter filter, String query, @Nullable Long before, int limit, Me me, Instant now, boolean newest) {
        var conditions = new Conditions(filter, me, now);
        conditions.bind("query", query);
        conditions.bind("before", before == null ? Long.MAX_VALUE : before);
        var sight = Sight.of(me);
        boolean desk = Conversation.readable(me).size() > 1;
        var found = desk
                ? "(w.words @@ :query::tsquery or w.inner_words @@ :query::tsquery)"
                : "w.words @@ :query::tsquery";
        var branches = sight.branches("t", Tickets.KIND, "number");
        var hits = newest
                ? branches.stream()
                        .map(branch -> """
                                (select w.number from (select t.number from ticket.ticket t
                                   where (%s) and t.number < :before order by t.number desc limit %d) t
                                   join ticket.words w on w.number = t.number where %s)
                                """.formatted(branch, NEWEST, found))
                        .collect(Collectors.joining(" union all "))
                : "select t.number from ticket.words w join ticket.ticket t on t.number = w.number where " + found
                        + " and w.number < :before and " + sight.condition("t", Tickets.KIND, "number");
        var sql = "with hits as materialized (" + hits + ") select " + COLUMNS
                + " from hits h join ticket.ticket t on t.number = h.number where true" + conditions.text()
                + " order by t.number desc limit :limit";
        return conditions.bound(sight.bind(db.sql(sql))).bind("limit", limit).list(TicketSql::ticket);
    }

    /** The filter as conditions over {@code t}, with their values. */
    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, @Nullable Object> values = new HashMap<>();

        Conditions(Filter f, Me me, Instant now) {
            view(f.view(), me, now);
            var stages = f.stages().isEmpty() ? f.view().stages() : f.stages();
            if (f.open()) conditions.add("t.stage in " + OPEN_STAGES);
            if (!stages.isEmpty() && stages.size() < (f.open() ? 3 : 5)) {
                conditions.add("t.stage = any(:stages::text[])");
                values.put("stages", stages);
            }
            if (!f.priorities().isEmpty()) equal("t.priority = any(:priorities::text[])", "priorities", f.priorities());
            if (!f.kinds().isEmpty()) equal("t.kind = any(:kinds::text[])", "kinds", f.kinds());
            if (f.team() != null) equal("t.team_id = :team", "team", f.team());
            if (f.assignee() != null && f.assignee() == 0) conditions.add("t.assignee_id is null");
            else if (f.assignee() != null) equal("t.assignee_id = :assignee", "assignee", f.assignee());
            if (f.requester() != null) equal("t.requester_id = :requester", "requester", f.requester());
            if (f.service() != null) equal("t.service_id = :service", "service", f.service());
            if (f.organization() != null) equal("t.organization_id = :organization", "organization", f.organization());
            if (f.category() != null) equal("t.category_id = :category", "category", f.category());
        }

        private void view(View view, Me me, Instant now) {
            switch (view) {
                case MINE -> equal("t.assignee_id = :me", "me", me.id());
                case DUE -> equal("t.due_at <= :soon", "soon", now.plus(Duration.ofHours(1)));
                case UNASSIGNED -> conditions.add("t.assignee_id is null");
                case REPORTED -> equal("(t.requester_id = :me or t.reporter_id = :me)", "me", me.id());
                case VIP -> conditions.add("t.vip");
                case OPEN, ON_HOLD, RESOLVED, ALL -> {}
            }
        }

        private void equal(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        void add(String condition) {
            conditions.add(condition);
        }

        void bind(String name, @Nullable Object value) {
            values.put(name, value);
        }

        String text() {
            return conditions.stream().map(c -> " and " + c).collect(Collectors.joining());
        }

        Db.Query bound(Db.Query query) {
            values.forEach(query::bind);
            return query;
        }
    }
}
