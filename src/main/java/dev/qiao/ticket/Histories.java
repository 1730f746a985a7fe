package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Permission;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Participants;
import dev.qiao.sla.Start;
import dev.qiao.ticket.Past.Lived;
import dev.qiao.ticket.Past.Moment;
import dev.qiao.ticket.Reasons.Reason;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.TicketSql.Fresh;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for imports: whole pasts at once, each once. Nobody is told of them, nothing follows from them. */
@Component
public class Histories {
    /** So many tickets in one transaction at most. */
    public static final int MOST = 500;

    /** A counted or measured thing, as SQL found it in what is stored. */
    public record Figure(String name, String value) {}

    private final Db db;
    private final TicketSql tickets;
    private final TicketInsert insert;
    private final HistorySql sql;
    private final Assignments assignments;
    private final Reasons reasons;
    private final Promises promises;
    private final dev.qiao.sla.Past clocks;
    private final Tickets door;
    private final Journal journal;
    private final Participants participants;

    Histories(
            Db db,
            TicketSql tickets,
            TicketInsert insert,
            HistorySql sql,
            Assignments assignments,
            Reasons reasons,
            Promises promises,
            dev.qiao.sla.Past clocks,
            Tickets door,
            Journal journal,
            Participants participants) {
        this.db = db;
        this.tickets = tickets;
        this.insert = insert;
        this.sql = sql;
        this.assignments = assignments;
        this.reasons = reasons;
        this.promises = promises;
        this.clocks = clocks;
        this.door = door;
        this.journal = journal;
        this.participants = participants;
    }

    /** Which of these are here already. */
    public Set<String> known(String source, Collection<String> refs) {
        return refs.isEmpty() ? Set.of() : sql.known(source, refs);
    }

    /** Stores them in one transaction, all or none. Errors: one of them is here already. */
    public void importAll(List<History> histories, Me me, Instant now) {
        me.must(Permission.ADMIN);
        if (histories.size() > MOST) throw new IllegalArgumentException("at most " + MOST + " in one transaction");
        if (!histories.isEmpty()) db.transact(() -> store(histories, tickets.numbers(histories.size()), now));
    }

    /** Shows whether they would be stored, under numbers that no ticket is ever given. Errors: as for {@link #importAll}. */
    public void rehearse(List<History> histories, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var numbers = LongStream.rangeClosed(-histories.size(), -1).boxed().toList();
        if (!histories.isEmpty()) db.rehearse(() -> store(histories, numbers, now));
    }

    /** Ends an import: the clocks of what is still open run from now on, and readers take it up. Returns how many clocks do. */
    public int goLive(Me me, Instant now) {
        me.must(Permission.ADMIN);
        int running = clocks.goLive(now);
        for (int done = MOST; done == MOST; ) done = goLiveSome(now);
        return running;
    }

    private int goLiveSome(Instant now) {
        return db.transact(() -> {
            var live = sql.goLive(MOST);
            journal.write(live.stream().map(ticket -> wentLive(ticket, now)).toList());
            return live.size();
        });
    }

    private static Entry wentLive(HistorySql.Live ticket, Instant now) {
        var fact = new TicketFact.TicketWentLive();
        return new Entry(now, Origin.LIVE, Tickets.KIND, ticket.number(), ticket.version(), 0, Audience.INTERNAL, fact);
    }

    /** What the imports from this source come to, counted in what is stored. */
    public List<Figure> figures(String source) {
        return sql.figures(source);
    }

    private void store(List<History> histories, List<Long> numbers, Instant now) {
        var lived = new ArrayList<Lived>(histories.size());
        for (int i = 0; i < histories.size(); i++) lived.add(Past.lived(histories.get(i), numbers.get(i)));
        var due = clocks.write(lived.stream().map(this::promised).toList());
        insert.insert(lived.stream()
                .map(l -> new Fresh(
                        UUID.randomUUID(),
                        ends(l.ticket(), now).due(due.get(l.ticket().number())),
                        Origin.IMPORT,
                        Opening.words(l.ticket().matter())))
                .toList());
        sql.insert(histories, lived);
        assignments.insert(lived.stream().flatMap(l -> l.assignments().stream()).toList());
        reasons.insert(lived.stream().flatMap(Histories::said).toList());
        participants.add(Opening.reporters(lived.stream().map(Lived::ticket).toList()));
        journal.write(lived.stream().flatMap(Histories::entries).toList());
    }

    /** What is resolved at the end of the past waits as long as any other for an objection, from now on. */
    private Ticket ends(Ticket ticket, Instant now) {
        return ticket.stage() instanceof Stage.Resolved r
                ? ticket.at(new Stage.Resolved(r.engineer(), r.resolution(), door.closesAt(now), r.since()))
                : ticket;
    }

    private dev.qiao.sla.History promised(Lived lived) {
        var opened = lived.opened();
        var start = new Start(
                Tickets.KIND,
                opened.number(),
                promises.attributes(opened),
                opened.times().openedAt(),
                Origin.IMPORT);
        var changes = lived.changes().stream()
                .flatMap(c -> Promises.changes(
                        c.before(), c.after(), promises.attributes(c.before()), promises.attributes(c.after()), c.at())
                        .stream())
                .toList();
        return new dev.qiao.sla.History(start, changes);
    }

    private static Stream<Reason> said(Lived lived) {
        return lived.moments().stream()
                .filter(m -> m.reason() != null)
                .map(m -> new Reason(lived.ticket().number(), m.version(), String.valueOf(m.reason())));
    }

    private static Stream<Entry> entries(Lived lived) {
        var opened = lived.opened();
        var first = new Entry(
                opened.times().openedAt(),
                Origin.IMPORT,
                Tickets.KIND,
                opened.number(),
                1,
                opened.matter().reporter(),
                Audience.PUBLIC,
                Opening.opened(opened));
        return Stream.concat(Stream.of(first), lived.moments().stream().flatMap(m -> entries(opened.number(), m)));
    }

    private static Stream<Entry> entries(long number, Moment m) {
        return m.said().stream()
                .map(s -> new Entry(
                        m.at(), Origin.IMPORT, Tickets.KIND, number, m.version(), m.by(), s.audience(), s.fact()));
    }

    /**
     * One ticket's past as another system kept it: how it began, and how it looked after each update.
     *
     * @param source the other system's name; with {@code ref} it keeps a second import from making doubles
     * @param matter as it was after the last update that could be read
     * @param nobody the person who stands for whoever the other system does not name
     * @param seen in the order in which it was told
     */
    public record History(
            String source, String ref, Matter matter, Instant openedAt, long nobody, List<Seen> seen, Said said) {

        public History {
            seen = List.copyOf(seen);
        }

        /**
         * The ticket after one update.
         *
         * @param by who made it
         * @param stage null where the other system does not say
         * @param word the other system's word for the stage
         * @param waitsFor only on hold
         * @param resolution how it ended; only where it is resolved or closed
         */
        public record Seen(
                Instant at,
                long by,
                Stage.@Nullable Name stage,
                String word,
                @Nullable HoldFor waitsFor,
                @Nullable Long team,
                @Nullable Long person,
                @Nullable Long category,
                long requester,
                Weight weight,
                Ended resolution) {}

        /**
         * How it ended, as far as it is told.
         *
         * @param by null: whoever made the update
         */
        public record Ended(
                Outcome code,
                @Nullable Cause cause,
                String solution,
                @Nullable Long by) {}

        /**
         * What the other system counted and called for itself.
         *
         * @param rows how many of its rows told this past
         * @param resolvedAt when it says that the ticket was resolved for good
         * @param words what else it said that has no place here
         */
        public record Said(
                int rows,
                @Nullable String priority,
                @Nullable Integer reassignments,
                @Nullable Integer reopenings,
                @Nullable Instant resolvedAt,
                Json words) {}
    }
}
