package dev.qiao.ticket.check;

import dev.qiao.base.Check;
import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.base.Vault;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.sla.Clocks;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of tickets, looked at a thousand at a time, each thousand at one moment of the database. */
@Configuration(proxyBeanMethods = false)
class Checks {
    private static final int BATCH = 1000;
    private static final int MOST = 100;
    private static final Duration CATCHING_UP = Duration.ofSeconds(2);

    /** A part of a table after a key: adds what is wrong, answers the last key, or null when there was nothing left. */
    private interface Part<K> extends BiFunction<K, List<String>, @Nullable K> {}

    private record Walk<K>(String name, Db db, K first, Part<K> part) implements Check {
        @Override
        public List<String> problems() {
            var problems = new ArrayList<String>();
            @Nullable K key = first;
            while (key != null && problems.size() < MOST) {
                var from = key;
                key = db.snapshot(() -> part.apply(from, problems));
            }
            return List.copyOf(problems.subList(0, Math.min(MOST, problems.size())));
        }
    }

    private record Tallied(long number, int reopened, int handedOver, int comments, int spoken) {}

    /** Counters are counts: of comments, and of what the journal tells. What the journal no longer keeps cannot be counted. */
    @Bean
    Check talliesAreCounts(Db db, Journal journal) {
        return new Walk<>("ticket.tallies_are_counts", db, 0L, (after, problems) -> {
            var batch = db.sql("""
                    select t.number, t.reopened, t.handed_over, t.comments,
                           (select count(*)::int from ticket.comment c where c.number = t.number) as spoken
                      from ticket.ticket t where t.number > :after order by t.number limit :limit
                    """).bind("after", after).bind("limit", BATCH).list(Checks::tallied);
            var told = journal.counts(
                    Tickets.KIND, batch.stream().map(Tallied::number).toList());
            for (var ticket : batch) {
                var acts = told.getOrDefault(ticket.number(), Map.of());
                compare(ticket.number(), "comments", ticket.comments(), ticket.spoken(), problems);
                if (!acts.containsKey(Facts.act(TicketOpened.class))) continue;
                int reopened = acts.getOrDefault(Facts.act(TicketReopened.class), 0);
                int handedOver = acts.getOrDefault(Facts.act(TicketHandedOver.class), 0)
                        + acts.getOrDefault(Facts.act(TicketHandedBack.class), 0);
                compare(ticket.number(), "reopened", ticket.reopened(), reopened, problems);
                compare(ticket.number(), "handed over", ticket.handedOver(), handedOver, problems);
            }
            return batch.isEmpty() ? null : batch.getLast().number();
        });
    }

    private static Tallied tallied(Row row) {
        return new Tallied(
                row.number("number"),
                row.integer("reopened"),
                row.integer("handed_over"),
                row.integer("comments"),
                row.integer("spoken"));
    }

    private static void compare(long number, String what, int stored, int counted, List<String> problems) {
        if (stored != counted) problems.add("ticket %d: %s %d, counted %d".formatted(number, what, stored, counted));
    }

    /** The due moment is a copy of the nearest clock. A reader makes some of the copies, so what differs is looked at twice. */
    @Bean
    Check dueIsNearestClock(Db db, Clocks clocks) {
        var once = new Walk<>("ticket.due_is_nearest_clock", db, 0L, dues(db, clocks));
        return new Check() {
            @Override
            public String name() {
                return once.name();
            }

            @Override
            public List<String> problems() {
                var first = once.problems();
                if (first.isEmpty() || !rested(CATCHING_UP)) return first;
                var second = once.problems();
                return second.stream().filter(first::contains).toList();
            }
        };
    }

    private static Part<Long> dues(Db db, Clocks clocks) {
        record Due(long number, @Nullable Instant at) {}
        return (after, problems) -> {
            var batch = db.sql(
                            "select number, due_at from ticket.ticket where number > :after order by number limit :limit")
                    .bind("after", after)
                    .bind("limit", BATCH)
                    .list(row -> new Due(row.number("number"), row.instantOrNull("due_at")));
            var nearest = clocks.nearestDue(
                    Tickets.KIND, batch.stream().map(Due::number).toList());
            for (var due : batch) {
                var clock = nearest.get(due.number());
                if (Objects.equals(due.at(), clock)) continue;
                problems.add("ticket %d: due %s, its nearest clock %s".formatted(due.number(), due.at(), clock));
            }
            return batch.isEmpty() ? null : batch.getLast().number();
        };
    }

    static boolean rested(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A ticket that is with somebody has one open assignment, which says the same; one that is with nobody has none. */
    @Bean
    Check assignmentIsPlace(Db db) {
        record Placed(long number, boolean agrees, String place) {}
        return new Walk<>("ticket.open_assignment_is_place", db, 0L, (after, problems) -> {
            var batch = db.sql("""
                    select t.number, coalesce(t.team_id, 0) || '/' || coalesce(t.assignee_id, 0) as place,
                           coalesce(t.team_id, 0) = coalesce(a.team_id, 0) and coalesce(t.assignee_id, 0) = coalesce(a.person_id, 0)
                             and (a.number is null) = (t.team_id is null and t.assignee_id is null) as agrees
                      from (select number, team_id, assignee_id from ticket.ticket
                             where number > :after order by number limit :limit) t
                      left join ticket.assignment a on a.number = t.number and a.until is null
                     order by t.number
                    """)
                    .bind("after", after)
                    .bind("limit", BATCH)
                    .list(row -> new Placed(row.number("number"), row.yes("agrees"), row.text("place")));
            batch.stream()
                    .filter(placed -> !placed.agrees())
                    .forEach(placed -> problems.add("ticket %d: with team/person %s, its open assignment says otherwise"
                            .formatted(placed.number(), placed.place())));
            return batch.isEmpty() ? null : batch.getLast().number();
        });
    }

    /** Every file is there, and is what its name says. */
    @Bean
    Check filesAreTheirHashes(Db db, Vault vault) {
        record File(String id, @Nullable Long number, String sha256) {
            String place() {
                return number == null ? "not sent yet" : "ticket " + number;
            }
        }
        return new Walk<>(
                "ticket.files_are_their_hashes", db, "00000000-0000-0000-0000-000000000000", (after, problems) -> {
                    var batch = db.sql("""
                    select id::text as id, number, sha256 from ticket.attachment
                     where id > :after::uuid order by attachment.id limit :limit
                    """)
                            .bind("after", after)
                            .bind("limit", BATCH)
                            .list(row -> new File(row.text("id"), row.numberOrNull("number"), row.text("sha256")));
                    batch.stream()
                            .filter(file -> !vault.sound(file.sha256()))
                            .forEach(file -> problems.add("%s: the file %s is missing or not what it was"
                                    .formatted(file.place(), file.id())));
                    return batch.isEmpty() ? null : batch.getLast().id();
                });
    }
}
