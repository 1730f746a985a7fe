package dev.qiao.channel.mail;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.base.Workers;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.merge.Merges;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the log of mails. Looking and deciding need {@link Permission#ADMIN}: mails hold what was written to anybody. */
@Component
public class Mails {
    /** How the journal calls a mail. */
    public static final String KIND = "channel.mail";

    private static final int MOST_OF_TICKET = 100;

    /**
     * Which of them.
     *
     * @param outcome null: any
     * @param waiting only what was not read yet
     * @param before the number of the last one of the page before
     */
    public record Wanted(
            @Nullable Outcome outcome,
            boolean waiting,
            @Nullable Long mailbox,
            @Nullable Long before) {}

    private final Db db;
    private final MailSql sql;
    private final MailRoom room;
    private final Merges merges;
    private final Journal journal;
    private final Workers workers;

    Mails(Db db, MailSql sql, MailRoom room, Merges merges, Journal journal, Workers workers) {
        this.db = db;
        this.sql = sql;
        this.room = room;
        this.merges = merges;
        this.journal = journal;
        this.workers = workers;
    }

    /** The newest first. */
    public List<Mail> page(Wanted wanted, int limit, Me me) {
        me.must(Permission.ADMIN);
        long before = wanted.before() == null ? Long.MAX_VALUE : wanted.before();
        return sql.page(wanted.outcome(), wanted.waiting(), wanted.mailbox(), before, limit);
    }

    /** Errors: not found, also for who may not see it. */
    public Mail find(long id, Me me) {
        if (!me.may(Permission.ADMIN)) throw unknown();
        return sql.find(id).orElseThrow(Mails::unknown);
    }

    /** Byte by byte. Errors: not found, also when they are forgotten. */
    public byte[] raw(long id, Me me) {
        find(id, me);
        return room.raw(id).orElseThrow(() -> Refused.notFound("channel.mail_no_raw"));
    }

    /** What came by mail on a ticket that this person reads, and works on. */
    public List<Mail> of(Ticket ticket, Me me) {
        return me.worksHere() ? sql.of(merges.read(ticket, me), MOST_OF_TICKET) : List.of();
    }

    /** Has it read again. Errors: conflict, when it is not kept aside. */
    public void retry(long id, Me me, Instant now) {
        decide(id, null, null, new MailFacts.MailRetried(), me, now);
        workers.wake();
    }

    /** Gives it up: it becomes nothing. Errors: conflict, when it is not kept aside. */
    public void drop(long id, Me me, Instant now) {
        decide(
                id,
                Outcome.REJECTED,
                Json.of(new Problem(null, "channel.mail_dropped", List.of(me.name()))),
                new MailFacts.MailDropped(),
                me,
                now);
    }

    private void decide(
            long id, @Nullable Outcome outcome, @Nullable Json reason, MailFacts facts, Me me, Instant now) {
        find(id, me);
        db.transact(() -> {
            if (!sql.release(id, outcome, reason)) throw Refused.conflict("channel.mail_not_aside");
            journal.write(new Entry(now, me.origin(), KIND, id, 0, me.id(), Audience.ADMIN, facts));
        });
    }

    private static Refused unknown() {
        return Refused.notFound("channel.no_mail");
    }
}
