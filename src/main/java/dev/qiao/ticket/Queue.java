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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to lists of tickets: what somebody may see of them, a page at a time. */
@Component
public class Queue implements Visible {
    /** Counting goes no further: beyond it a figure helps nobody. */
    public static final int COUNTED = 1_000;

    /** So much open work is gone through to count it. */
    private static final int PASSED = 50_000;

    /** How many a list has, up to a bound; more: that there are more than that. */
    public record Count(int number, boolean more) {}

    /** Where the next page begins: its last row's group (0: none), when that falls due or changed, and its number. */
    public record Mark(long group, @Nullable Instant at, long number) {
        /** In the standard order. */
        public Mark(@Nullable Instant due, long number) {
            this(0, due, number);
        }
    }

    /** One page of a list; next is null at its end. */
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

    /**
     * Open work in the order that was asked for, anything else and what was searched for the newest first; who typed a number finds
     * that one. A page may hold fewer than asked for and still have a next one: of what is done only so many rows are looked at.
     */
    public Listed list(Filter filter, @Nullable Mark after, int limit, Me me, Instant now) {
        var words = filter.words() == null || filter.words().isBlank() ? null : filter.words();
        var floor = words == null ? sql.floor(filter, after, me, now) : null;
        var found = words == null
                ? sql.page(filter, after, floor, limit + 1, me, now)
                : search(filter, words, after, limit + 1, me, now);
        if (found.size() > limit) return new Listed(found.subList(0, limit), mark(filter, found.get(limit - 1)));
        return new Listed(found, floor == null ? null : new Mark(null, floor));
    }

    private static Mark mark(Filter filter, Ticket last) {
        var order = filter.order();
        return new Mark(order.group().key(last), order.sort().key(last), last.number());
    }

    /** How many; {@link #COUNTED} + 1 stands for more than that. */
    public int count(Filter filter, Me me, Instant now) {
        var count = counted(filter, me, now);
        return count.more() && count.number() >= COUNTED ? COUNTED + 1 : count.number();
    }

    /** How many there are, up to a bound. Closed ones are never counted exactly. */
    public Count counted(Filter filter, Me me, Instant now) {
        return sql.count(filter, COUNTED + 1, me, now);
    }

    /** How many each list of open work has of what all these people see ({@code shared}), or of what each sees beyond; if any. */
    public Map<Long, List<Long>> counts(
            List<Filter> filters, boolean shared, Collection<Long> people, Me me, Instant now) {
        var sight = Sight.of(me);
        var seen = shared ? sight.shared("t") : sight.personal("t", Tickets.KIND, "number");
        return sql.counts(filters, seen, people, PASSED, me, now);
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
     * @param narrowing what else a ticket must meet
     * @param order of open work; everything else is the newest first
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
            @Nullable Long category,
            @Nullable Narrowing narrowing,
            Order order) {

        public static Filter of(View view) {
            return new Filter(
                    view, null, Set.of(), Set.of(), Set.of(), null, null, null, null, null, null, null, Order.STANDARD);
        }

        /** The same, and this as well. */
        public Filter narrowed(@Nullable Narrowing more, Order wanted) {
            return with(words, stages, team, more, wanted);
        }

        public Filter words(@Nullable String typed) {
            return with(typed, stages, team, narrowing, order);
        }

        /** The same of one team. */
        public Filter team(long wanted) {
            return with(words, stages, wanted, narrowing, order);
        }

        public Filter stages(Stage.Name... wanted) {
            return with(words, Set.of(wanted), team, narrowing, order);
        }

        private Filter with(
                @Nullable String typed, Set<Stage.Name> at, @Nullable Long of, @Nullable Narrowing more, Order wanted) {
            return new Filter(
                    view,
                    typed,
                    at,
                    priorities,
                    kinds,
                    of,
                    assignee,
                    requester,
                    service,
                    organization,
                    category,
                    more,
                    wanted);
        }

        /** Whether it asks for more than its view: how far one has to look for a page of it is then not known. */
        boolean narrow() {
            return narrowing != null
                    || !priorities.isEmpty()
                    || !kinds.isEmpty()
                    || assignee != null
                    || service != null
                    || organization != null
                    || category != null
                    || !stages.isEmpty();
        }

        /** Only work that is still owed: such a list is in the order of promises, unless another was asked for. */
        public boolean open() {
            var wanted = wanted();
            return wanted != null
                    && !wanted.isEmpty()
                    && Set.of(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD)
                            .containsAll(wanted);
        }

        /** The stages of the view that were asked for; null: any, empty: its view has none of them. */
        @Nullable
        Set<Stage.Name> wanted() {
            if (stages.isEmpty()) return view.stages().isEmpty() ? null : view.stages();
            if (view.stages().isEmpty()) return stages;
            return stages.stream().filter(view.stages()::contains).collect(Collectors.toSet());
        }
    }

    /** A further condition as SQL over {@code t}, with the values that it binds. */
    public interface Narrowing {
        String condition(Me me, Instant now);

        Map<String, Object> values(Me me, Instant now);
    }

    /** In which order open work stands: grouped first, then sorted. */
    public record Order(Sort sort, Group group) {
        public static final Order STANDARD = new Order(Sort.DUE, Group.NONE);
    }

    /** What comes first. */
    public enum Sort implements Coded {
        DUE,
        NEWEST,
        OLDEST,
        /** What was touched last. */
        CHANGED;

        @Nullable
        Instant key(Ticket ticket) {
            return switch (this) {
                case DUE -> ticket.times().dueAt();
                case CHANGED -> ticket.times().updatedAt();
                case NEWEST, OLDEST -> null;
            };
        }
    }

    /** What stands together; without one, work stands by how soon it is due. */
    public enum Group implements Coded {
        NONE,
        PRIORITY,
        STAGE,
        TEAM,
        ASSIGNEE,
        SERVICE;

        /** What nobody has stands last. */
        private static final long LAST = Long.MAX_VALUE;

        /** Of tickets in one group equal, and in the order of groups, which is that of the words. */
        @SuppressWarnings("EnumOrdinal")
        public long key(Ticket ticket) {
            return switch (this) {
                case NONE -> 0;
                case PRIORITY -> ticket.weight().priority().ordinal();
                case STAGE -> ticket.stage().name().ordinal();
                case TEAM -> Objects.requireNonNullElse(ticket.place().team(), LAST);
                case ASSIGNEE -> Objects.requireNonNullElse(ticket.place().person(), LAST);
                case SERVICE -> Objects.requireNonNullElse(ticket.matter().service(), LAST);
            };
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

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<Stage.Name> stages;

        View(Stage.Name... stages) {
            this.stages = Set.of(stages);
        }

        Set<Stage.Name> stages() {
            return stages;
        }
    }
}
