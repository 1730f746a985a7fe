package dev.qiao.ticket;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Words;
import dev.qiao.journal.Visible;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to lists of tickets: what somebody may see of them, a page at a time. */
@Component
public class Queue implements Visible {
    /** Counting goes no further: beyond it a figure helps nobody. */
    public static final int COUNTED = 1_000;

    /** Where the next page begins. */
    public record Mark(@Nullable Instant due, long number) {}

    /** @param next null at the end */
    public record Listed(List<Ticket> items, @Nullable Mark next) {}

    private final ListSql sql;
    private final TicketSql tickets;

    Queue(ListSql sql, TicketSql tickets) {
        this.sql = sql;
        this.tickets = tickets;
    }

    @Override
    public String kind() {
        return Tickets.KIND;
    }

    /** Those among them that this person may see: whose live page may hear of which ticket. */
    @Override
    public Set<Long> among(Collection<Long> numbers, Me me) {
        return numbers.isEmpty() ? Set.of() : tickets.among(numbers, Sight.of(me));
    }

    /** Open work in the order of promises, anything else and what was searched for the newest first; who typed a number finds that one. */
    public Listed list(Filter filter, @Nullable Mark after, int limit, Me me, Instant now) {
        var found = filter.words() == null || filter.words().isBlank()
                ? sql.page(
                        filter, after == null ? null : new ListSql.Key(after.due(), after.number()), limit + 1, me, now)
                : search(filter, filter.words(), after, limit + 1, me, now);
        if (found.size() <= limit) return new Listed(found, null);
        var last = found.get(limit - 1);
        return new Listed(found.subList(0, limit), new Mark(last.times().dueAt(), last.number()));
    }

    /** How many; {@link #COUNTED} + 1 stands for more than that. */
    public int count(Filter filter, Me me, Instant now) {
        return sql.count(filter, COUNTED + 1, me, now);
    }

    private List<Ticket> search(Filter filter, String typed, @Nullable Mark after, int limit, Me me, Instant now) {
        var exact = number(typed).flatMap(number -> sql.exact(filter, number, me, now));
        if (exact.isPresent()) return after == null ? List.of(exact.get()) : List.of();
        var query = Words.query(typed);
        if (query == null) return List.of();
        return sql.search(filter, query, after == null ? null : after.number(), limit, me, now);
    }

    private static Optional<Long> number(String typed) {
        var number = typed.strip();
        return number.matches("\\d{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }

    /**
     * Which tickets a list is to show. Empty sets and nulls ask for nothing.
     *
     * @param words what somebody typed to find them
     * @param assignee 0: nobody
     */
    public record Filter(
            View view,
            @Nullable String words,
            Set<Stage.Name> stages,
            Set<Priority> priorities,
            Set<Kind> kinds,
            @Nullable Long team,
            @Nullable Long assignee,
            @Nullable Long requester,
            @Nullable Long service,
            @Nullable Long organization,
            @Nullable Long category) {

        public static Filter of(View view) {
            return new Filter(view, null, Set.of(), Set.of(), Set.of(), null, null, null, null, null, null);
        }

        public Filter words(@Nullable String typed) {
            return new Filter(
                    view, typed, stages, priorities, kinds, team, assignee, requester, service, organization, category);
        }

        public Filter team(@Nullable Long other) {
            return new Filter(
                    view,
                    words,
                    stages,
                    priorities,
                    kinds,
                    other,
                    assignee,
                    requester,
                    service,
                    organization,
                    category);
        }

        public Filter stages(Stage.Name... wanted) {
            return new Filter(
                    view,
                    words,
                    Set.of(wanted),
                    priorities,
                    kinds,
                    team,
                    assignee,
                    requester,
                    service,
                    organization,
                    category);
        }

        /** Only work that is still owed: such a list is in the order of promises. */
        public boolean open() {
            var wanted = stages.isEmpty() ? view.stages() : stages;
            return !wanted.isEmpty()
                    && Set.of(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD)
                            .containsAll(wanted);
        }
    }

    /** The lists that everybody needs. */
    public enum View implements Coded {
        /** All that is still owed. */
        OPEN(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD),
        /** With me. */
        MINE(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD),
        /** The promise falls due within an hour, or is broken. */
        DUE(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD),
        /** Nobody has it. */
        UNASSIGNED(Stage.Name.WAITING),
        /** Of customers that are VIP. */
        VIP(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD),
        ON_HOLD(Stage.Name.ON_HOLD),
        /** Waits for the requester to confirm. */
        RESOLVED(Stage.Name.RESOLVED),
        /** What I asked for or reported. */
        REPORTED,
        /** Everything, the newest first. */
        ALL;

        private final Set<Stage.Name> stages;

        View(Stage.Name... stages) {
            this.stages = Set.of(stages);
        }

        Set<Stage.Name> stages() {
            return stages;
        }
    }
}
