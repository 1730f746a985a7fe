package dev.qiao.ticket;

import dev.qiao.base.Batcher;
import dev.qiao.base.Db;
import dev.qiao.base.Words;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketSql.Fresh;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Opening tickets: a list is the native shape, one ticket is a list of one. */
@Component
class Opening implements DisposableBean {
    static final int MOST = 500;

    /** A draft with its moment, waiting for the next batch. */
    record Wish(Draft draft, Instant at) {}

    private final Db db;
    private final TicketSql sql;
    private final TicketInsert insert;
    private final Drafting drafting;
    private final Promises promises;
    private final Participants participants;
    private final Journal journal;
    private final Batcher<Wish, Ticket> batcher;

    Opening(
            Db db,
            TicketSql sql,
            TicketInsert insert,
            Drafting drafting,
            Promises promises,
            Participants participants,
            Journal journal) {
        this.db = db;
        this.sql = sql;
        this.insert = insert;
        this.drafting = drafting;
        this.promises = promises;
        this.participants = participants;
        this.journal = journal;
        this.batcher = new Batcher<>(db, new Batcher.Work<>("ticket.open", this::store, this::stored, MOST));
    }

    /** Waits until the ticket is durable. */
    Ticket open(Draft draft, Instant now) {
        return batcher.submit(new Wish(draft, now));
    }

    List<Ticket> open(List<Draft> drafts, Instant now) {
        if (drafts.isEmpty()) return List.of();
        if (drafts.size() > MOST) throw new IllegalArgumentException("at most " + MOST + " tickets in one transaction");
        return db.transact(
                () -> store(drafts.stream().map(draft -> new Wish(draft, now)).toList()));
    }

    /** Inside one transaction: numbers, clocks, rows, entries; each one statement for all. */
    private List<Ticket> store(List<Wish> wishes) {
        var drafts = wishes.stream().map(Wish::draft).toList();
        var known = drafting.known(drafts);
        var numbers = sql.numbers(wishes.size());
        var checked = new ArrayList<Ticket>(wishes.size());
        for (int i = 0; i < wishes.size(); i++) {
            checked.add(drafting.ticket(
                    drafts.get(i), numbers.get(i), known, wishes.get(i).at()));
        }
        var tickets = promises.start(checked, drafts.stream().map(draft -> draft.by().origin()).toList());
        var fresh = new ArrayList<Fresh>(tickets.size());
        var entries = new ArrayList<Entry>(tickets.size());
        for (int i = 0; i < tickets.size(); i++) {
            var by = drafts.get(i).by();
            var ticket = tickets.get(i);
            fresh.add(new Fresh(drafts.get(i).id(), ticket, by.origin(), words(ticket.matter())));
            entries.add(new Entry(
                    ticket.times().openedAt(),
                    by.origin(),
                    Tickets.KIND,
                    ticket.number(),
                    1,
                    by.id(),
                    Audience.PUBLIC,
                    opened(ticket)));
        }
        insert.insert(fresh);
        journal.write(entries);
        participants.add(reporters(tickets));
        return List.copyOf(tickets);
    }

    /** What of these is in the database already. */
    private List<@Nullable Ticket> stored(List<Wish> wishes) {
        var known = new ArrayList<@Nullable Ticket>();
        for (var wish : wishes) {
            known.add(sql.numberOf(wish.draft().id()).flatMap(sql::find).orElse(null));
        }
        return known;
    }

    @Override
    public void destroy() {
        batcher.close();
    }

    /** Who reported for somebody else takes part; the requester does anyway. */
    static List<Participant> reporters(List<Ticket> tickets) {
        return tickets.stream()
                .filter(t -> t.matter().reporter() != t.matter().requester())
                .map(t -> new Participant(
                        Tickets.KIND,
                        t.number(),
                        t.matter().reporter(),
                        "reporter",
                        t.times().openedAt()))
                .toList();
    }

    static TicketOpened opened(Ticket ticket) {
        var m = ticket.matter();
        return new TicketOpened(
                m.kind(),
                ticket.weight().priority(),
                m.source(),
                m.category(),
                m.service(),
                m.organization(),
                m.requester(),
                ticket.place().team(),
                m.restricted());
    }

    static String words(Matter matter) {
        return Words.stored(matter.title(), matter.description(), String.join(" ", matter.tags()));
    }
}
