package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Queue.Count;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.view.Ordering;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of tickets: keyset pages, a branch for each way of seeing, each with its own order and limit. */
@Repository
class ListSql {
    /** So many of the newest are looked through before the whole index is asked. */
    private static final int NEWEST = 2_000;

    private static final String FOR_OTHERS =
            "t.reporter_id = any(array[:me::bigint]) and t.reporter_id <> t.requester_id";
    /** The first column of the index for others leads: no planner looks for a few by number through all that somebody reported. */
    private static final String LED = "order by t.reporter_id, t.number desc";

    private static final String OPEN_STAGES = "('waiting', 'working', 'on_hold')";

    /** A list shows no description; reading it would be most of the work. */
    private static final String COLUMNS = TicketSql.COLUMNS
            .replace("t.description,", "''::text as description,")
            .replace("t.solution,", "''::text as solution,");

    /** Of a narrowed list of what is done so many rows are looked at for one page; the next page goes on below them. */
    private static final int WALKED = 5_000;

    private final Db db;

    ListSql(Db db) {
        this.db = db;
    }

    List<Ticket> page(Filter filter, @Nullable Mark after, @Nullable Long floor, int limit, Me me, Instant now) {
        return statement("", filter, after, floor, limit, me, now).list(TicketSql::ticket);
    }

    /**
     * @param explain what stands before the statement: nothing, or an {@code explain} of a test
     * @param floor no number below it is looked at; null: all are
     */
    Db.Query statement(
            String explain, Filter filter, @Nullable Mark after, @Nullable Long floor, int limit, Me me, Instant now) {
        var conditions = new Conditions(filter, me, now);
        var order = Ordering.of(filter);
        if (after != null) {
            conditions.conditions.add(order.after());
            conditions.values.put("after_group", after.group());
            conditions.values.put("after_at", after.at());
            conditions.values.put("after_number", after.number());
        }
        if (floor != null) conditions.equal("t.number >= :floor", "floor", floor);
        var sight = Sight.of(me);
        var rows = union(filter, sight, COLUMNS, conditions.text() + " order by " + order.inside() + " limit :limit");
        var sql = explain + "select * from (" + rows + ") t order by " + order.inside() + " limit :limit";
        return conditions.bound(sight.bind(db.sql(sql))).bind("limit", limit);
    }

    /** Down to which number one page of a narrowed list of what is done may look; null where that is no question. */
    @Nullable
    Long floor(Filter filter, @Nullable Mark after, Me me, Instant now) {
        if (filter.open() || !filter.narrow() || Set.of().equals(filter.wanted())) return null;
        return reached(filter, after == null ? Long.MAX_VALUE : after.number(), WALKED, me);
    }

    /** The number of the last of so many rows, the newest below {@code before}; null when there are fewer. */
    private @Nullable Long reached(Filter filter, long before, int rows, Me me) {
        var sight = Sight.of(me);
        var walked = union(filter, sight, "t.number", " and t.number < :before order by t.number desc limit :walked");
        var query = sight.bind(
                        db.sql("select number from (" + walked + ") w order by number desc limit 1 offset :walked - 1"))
                .bind("before", before)
                .bind("walked", rows);
        if (filter.view() == View.REPORTED) query.bind("me", me.id());
        return query.optional(row -> row.number("number")).orElse(null);
    }

    /** A select for each way of seeing. */
    private static String union(Filter filter, Sight sight, String columns, String rest) {
        return branches(filter, sight).stream()
                .map(branch -> branch.startsWith(FOR_OTHERS)
                        ? branch + ")" + rest.replace("order by t.number desc", LED)
                        : branch + ")" + rest)
                .map(where -> "(select " + columns + " from ticket.ticket t where (" + where + ")")
                .collect(Collectors.joining(" union all "));
    }

    /** What somebody asked for or reported has its own two branches, each with its index; of what is for others only what is in sight. */
    private static List<String> branches(Filter filter, Sight sight) {
        if (filter.view() != View.REPORTED) return sight.branches("t", Tickets.KIND, "number");
        return List.of("t.requester_id = :me", FOR_OTHERS + " and " + sight.condition("t", Tickets.KIND, "number"));
    }

    /** How many there are, counting no further than {@code most}, and in a narrowed list of what is done no further than a page looks. */
    Count count(Filter filter, int most, Me me, Instant now) {
        var conditions = new Conditions(filter, me, now);
        var floor = floor(filter, null, me, now);
        if (floor != null) conditions.equal("t.number >= :floor", "floor", floor);
        var sight = Sight.of(me);
        var rows = union(filter, sight, "1", conditions.text() + " limit :most");
        int found = conditions
                .bound(sight.bind(db.sql("select count(*) as n from (select * from (" + rows + ") b limit :most) c")))
                .bind("most", most)
                .one(row -> Math.toIntExact(row.number("n")));
        return new Count(Math.min(found, most - 1), floor != null || found >= most);
    }

    /** How many of open work each list has for each of these people ({@link Sight#SEER}), in one pass a head over {@code most} rows. */
    Map<Long, List<Long>> counts(
            List<Filter> filters, String seen, Collection<Long> people, int most, Me me, Instant now) {
        var values = new HashMap<String, @Nullable Object>();
        var figures = new ArrayList<String>();
        for (int n = 0; n < filters.size(); n++) {
            var conditions = new Conditions(filters.get(n), me, now).named("list" + n + "_");
            values.putAll(conditions.values);
            figures.add("count(*) filter (where true" + conditions.text() + ")");
        }
        var query = Sight.of(me).bind(db.sql("""
                select seer.person, array[%s] as figures from unnest(:people::bigint[]) as seer (person)
                 cross join lateral (select t.* from ticket.ticket t where (%s) and t.stage in %s limit :most) t
                 group by seer.person""".formatted(String.join(", ", figures), seen, OPEN_STAGES)));
        values.forEach(query::bind);
        return query
                .bind("most", most)
                .bind("people", people)
                .list(row -> Map.entry(row.number("person"), row.numbers("figures")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The one with this number, if it is among them. */
    Optional<Ticket> exact(Filter filter, long number, Me me, Instant now) {
        var sight = Sight.of(me);
        var conditions = new Conditions(filter, me, now);
        var sql = "select " + COLUMNS + " from ticket.ticket t where t.number = :exact and "
                + sight.condition("t", Tickets.KIND, "number") + conditions.text();
        return conditions.bound(sight.bind(db.sql(sql))).bind("exact", number).optional(TicketSql::ticket);
    }

    /**
     * The newest that contain all the words: from the newest of each way of seeing, where these fill the page and none of them ended
     * above its last hit; else by the index of words.
     */
    List<Ticket> search(Filter filter, String query, @Nullable Long before, int limit, Me me, Instant now) {
        long top = before == null ? Long.MAX_VALUE : before;
        var recent = searchIn(filter, query, top, limit, me, now, true);
        boolean whole = recent.size() >= limit && within(recent.getLast().number(), top, me);
        return whole ? recent : searchIn(filter, query, top, limit, me, now, false);
    }

    /** Whether no way of seeing has more rows than are looked through from this number up to that one. */
    private boolean within(long last, long before, Me me) {
        var sight = Sight.of(me);
        var more = sight.branches("t", Tickets.KIND, "number").stream()
                .map(
                        "(select 1 from ticket.ticket t where (%s) and t.number >= :last and t.number < :before offset :newest limit 1)"
                                ::formatted)
                .collect(Collectors.joining(" union all "));
        return sight.bind(db.sql("select not exists (" + more + ") as whole"))
                .bind("last", last)
                .bind("before", before)
                .bind("newest", NEWEST)
                .one(row -> row.yes("whole"));
    }

    /** Common words are among the newest; a rare one is asked of the index: {@code + 0} and {@code offset 0} keep the planner from walking all. */
    private List<Ticket> searchIn(
            Filter filter, String query, long before, int limit, Me me, Instant now, boolean newest) {
        var conditions = new Conditions(filter, me, now);
        conditions.values.put("query", query);
        conditions.values.put("before", before);
        var sight = Sight.of(me);
        var found = Conversation.readable(me).size() > 1
                ? "(w.words @@ :query::tsquery or w.inner_words @@ :query::tsquery)"
                : "w.words @@ :query::tsquery";
        var hits = newest
                ? sight.branches("t", Tickets.KIND, "number").stream()
                        .map(branch -> """
                                (select w.number from (select t.number from ticket.ticket t
                                   where (%s) and t.number < :before order by t.number desc limit %d) t
                                   join ticket.words w on w.number = t.number where %s)
                                """.formatted(branch, NEWEST, found))
                        .collect(Collectors.joining(" union all "))
                : """
                        select number from (select t.number from (select w.number from ticket.words w
                           where %s and w.number + 0 < :before offset 0) w cross join lateral (
                           select t.number from ticket.ticket t where t.number = w.number and %s%s offset 0) t offset 0) h
                         order by number desc limit %d
                        """.formatted(found, sight.condition("t", Tickets.KIND, "number"), conditions.text(), NEWEST);
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
            var stages = f.wanted();
            if (stages != null && stages.isEmpty()) conditions.add("false");
            if (f.open()) conditions.add("t.stage in " + OPEN_STAGES);
            if (stages != null && stages.size() < (f.open() ? 3 : 5)) {
                conditions.add("t.stage = any(:stages::text[])");
                values.put("stages", stages);
            }
            if (!f.priorities().isEmpty()) equal("t.priority = any(:priorities::text[])", "priorities", f.priorities());
            if (!f.kinds().isEmpty()) equal("t.kind = any(:kinds::text[])", "kinds", f.kinds());
            if (f.assignee() != null && f.assignee() == 0) conditions.add("t.assignee_id is null");
            else id("assignee", f.assignee());
            id("team", f.team());
            id("requester", f.requester());
            id("service", f.service());
            id("organization", f.organization());
            id("category", f.category());
            if (f.narrowing() != null) {
                conditions.add("(" + f.narrowing().condition(me, now) + ")");
                values.putAll(f.narrowing().values(me, now));
            }
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

        private void id(String name, @Nullable Long value) {
            if (value != null) equal("t." + name + "_id = :" + name, name, value);
        }

        private void equal(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        /** The same under other names, to stand beside others in one statement. */
        Conditions named(String prefix) {
            var names = Pattern.compile("(?<!:):(" + String.join("|", values.keySet()) + ")\\b");
            conditions.replaceAll(
                    text -> values.isEmpty() ? text : names.matcher(text).replaceAll(":" + prefix + "$1"));
            var renamed = new HashMap<>(values);
            values.clear();
            renamed.forEach((name, value) -> values.put(prefix + name, value));
            return this;
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
