package dev.qiao.ticket;

import dev.qiao.base.Batcher;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Words;
import dev.qiao.base.api.Idempotency;
import dev.qiao.base.api.Idempotency.Answer;
import dev.qiao.base.api.Idempotency.Key;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.ticket.Answering.Opened;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketSql.Fresh;
import dev.qiao.ticket.form.Answered;
import dev.qiao.ticket.form.Filling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opening tickets: a list is the native shape, one ticket is a list of one. */
@Component
class Opening implements DisposableBean {
    static final int MOST = 500;

    /** A draft with its moment, waiting for the next batch. */
    record Wish(Draft draft, Instant at, @Nullable Answering answering) {}

    /** What became of a wish: a ticket with what its caller is answered, or why not. A refused draft does not hold up the others. */
    private record Reply(
            @Nullable Ticket ticket,
            @Nullable Answered answered,
            @Nullable Answer answer,
            @Nullable Refused refused) {
        Ticket must() {
            if (refused != null) throw refused;
            return Objects.requireNonNull(ticket);
        }
    }

    private final Db db;
    private final TicketSql sql;
    private final TicketInsert insert;
    private final Drafting drafting;
    private final Filling filling;
    private final Promises promises;
    private final Participants participants;
    private final Journal journal;
    private final Idempotency idempotency;
    private final Batcher<Wish, Reply> batcher;

    Opening(
            Db db,
            TicketSql sql,
            TicketInsert insert,
            Drafting drafting,
            Filling filling,
            Promises promises,
            Participants participants,
            Journal journal,
            Idempotency idempotency) {
        this.db = db;
        this.sql = sql;
        this.insert = insert;
        this.drafting = drafting;
        this.filling = filling;
        this.promises = promises;
        this.participants = participants;
        this.journal = journal;
        this.idempotency = idempotency;
        this.batcher = new Batcher<>(db, new Batcher.Work<>("ticket.open", this::store, this::stored, MOST));
    }

    /** Waits until the ticket is durable. The same draft opens the same ticket, however often it is sent. */
    Ticket open(Draft draft, Instant now) {
        return submit(new Wish(draft, now, null)).must();
    }

    /** The same, with what the caller is to be answered. */
    Answer open(Draft draft, Answering answering, Instant now) {
        var reply = submit(new Wish(draft, now, answering));
        var ticket = reply.must();
        return reply.answer() != null
                ? reply.answer()
                : answering
                        .tell()
                        .apply(List.of(new Opened(ticket, draft, now, reply.answered())))
                        .getFirst();
    }

    private Reply submit(Wish wish) {
        try {
            return batcher.submit(wish);
        } catch (DuplicateKeyException e) {
            var key = wish.answering() == null ? null : wish.answering().key();
            var answer = key == null ? null : idempotency.stored(List.of(key)).get(key);
            var already = stored(List.of(wish)).getFirst();
            if (already == null) throw e;
            return key == null ? already : new Reply(already.ticket(), null, answer, null);
        }
    }

    List<Ticket> open(List<Draft> drafts, Instant now) {
        if (drafts.isEmpty()) return List.of();
        if (drafts.size() > MOST) throw new IllegalArgumentException("at most " + MOST + " tickets in one transaction");
        var wishes = drafts.stream().map(draft -> new Wish(draft, now, null)).toList();
        return db.transact(() -> store(wishes).stream().map(Reply::must).toList());
    }

    /** Inside one transaction: numbers, clocks, rows, entries; each one statement for all. */
    private List<Reply> store(List<Wish> wishes) {
        var all = wishes.stream().map(Wish::draft).toList();
        var known = drafting.known(all);
        var named = filling.known(all);
        var numbers = sql.numbers(wishes.size());
        var replies = new ArrayList<Reply>(wishes.size());
        for (int i = 0; i < wishes.size(); i++) replies.add(checked(wishes.get(i), numbers.get(i), known, named));
        var accepted = IntStream.range(0, wishes.size())
                .filter(i -> replies.get(i).refused() == null)
                .boxed()
                .toList();
        var drafts = accepted.stream().map(i -> wishes.get(i).draft()).toList();
        var tickets = promises.start(
                accepted.stream().map(i -> replies.get(i).must()).toList(),
                drafts.stream().map(draft -> draft.by().origin()).toList());
        var answered = accepted.stream().map(i -> replies.get(i).answered()).toList();
        write(drafts, tickets, answered, named);
        var opened = IntStream.range(0, tickets.size())
                .mapToObj(i -> new Opened(
                        tickets.get(i),
                        drafts.get(i),
                        wishes.get(accepted.get(i)).at(),
                        answered.get(i)))
                .toList();
        var answers = answers(accepted.stream().map(wishes::get).toList(), opened);
        for (int i = 0; i < tickets.size(); i++) {
            replies.set(accepted.get(i), new Reply(tickets.get(i), answered.get(i), answers.get(i), null));
        }
        return replies;
    }

    private Reply checked(Wish wish, long number, Drafting.Known known, Filling.Known named) {
        try {
            var ticket = drafting.ticket(wish.draft(), number, known, wish.at());
            return new Reply(ticket, filling.check(wish.draft(), named, wish.at()), null, null);
        } catch (Refused refused) {
            return new Reply(null, null, null, refused);
        }
    }

    private void write(
            List<Draft> drafts, List<Ticket> tickets, List<@Nullable Answered> answered, Filling.Known named) {
        if (tickets.isEmpty()) return;
        var fresh = new ArrayList<Fresh>(tickets.size());
        var entries = new ArrayList<Entry>(tickets.size());
        for (int i = 0; i < tickets.size(); i++) {
            var by = drafts.get(i).by();
            var ticket = tickets.get(i);
            var words = words(ticket.matter(), Filling.words(answered.get(i), named));
            fresh.add(new Fresh(drafts.get(i).id(), ticket, by.origin(), words));
            var at = ticket.times().openedAt();
            entries.add(new Entry(
                    at, by.origin(), Tickets.KIND, ticket.number(), 1, by.id(), Audience.PUBLIC, opened(ticket)));
        }
        insert.insert(fresh);
        fill(drafts, tickets, answered);
        journal.write(entries);
        participants.add(reporters(tickets));
    }

    private void fill(List<Draft> drafts, List<Ticket> tickets, List<@Nullable Answered> answered) {
        var filled = new LinkedHashMap<Long, Answered>();
        var by = new HashMap<Long, Me>();
        for (int i = 0; i < tickets.size(); i++) {
            var one = answered.get(i);
            if (one == null) continue;
            filled.put(tickets.get(i).number(), one);
            by.put(tickets.get(i).number(), drafts.get(i).by());
        }
        filling.store(filled, by);
    }

    /** What the callers of the API are told, and kept under their keys. */
    private List<@Nullable Answer> answers(List<Wish> wishes, List<Opened> opened) {
        var told = IntStream.range(0, wishes.size())
                .filter(i -> wishes.get(i).answering() != null)
                .boxed()
                .toList();
        var answers = new ArrayList<@Nullable Answer>(Collections.nCopies(wishes.size(), null));
        if (told.isEmpty()) return answers;
        var tell =
                Objects.requireNonNull(wishes.get(told.getFirst()).answering()).tell();
        var made = tell.apply(told.stream().map(opened::get).toList());
        var kept = new LinkedHashMap<Key, Answer>();
        for (int i = 0; i < told.size(); i++) {
            answers.set(told.get(i), made.get(i));
            var key =
                    Objects.requireNonNull(wishes.get(told.get(i)).answering()).key();
            if (key != null) kept.put(key, made.get(i));
        }
        idempotency.keep(kept);
        return answers;
    }

    /** What of these is in the database already. */
    private List<@Nullable Reply> stored(List<Wish> wishes) {
        var known = new ArrayList<@Nullable Reply>();
        for (var wish : wishes) {
            var ticket = sql.numberOf(wish.draft().id()).flatMap(sql::find);
            known.add(ticket.map(found -> new Reply(found, null, null, null)).orElse(null));
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
        return words(matter, "");
    }

    private static String words(Matter matter, String more) {
        return Words.stored(matter.title(), matter.description(), String.join(" ", matter.tags()), more);
    }
}
