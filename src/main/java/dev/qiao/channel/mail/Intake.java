package dev.qiao.channel.mail;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.channel.Deliveries;
import dev.qiao.channel.mail.read.Address;
import dev.qiao.channel.mail.read.Bounce;
import dev.qiao.channel.mail.read.Parsed;
import dev.qiao.people.Person;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Decides what becomes of a mail and does it, in one transaction: after a crash nothing of it happened, or all. Mails of one talk end in
 * one ticket in whatever order they come, as long as each names what it answers to.
 */
@Component
class Intake {
    /** More from one address in an hour waits for somebody to look at it. */
    static final int MOST_AN_HOUR = 60;

    private static final Duration HOUR = Duration.ofHours(1);

    private final Db db;
    private final MailSql sql;
    private final ThreadSql threads;
    private final Mailboxes mailboxes;
    private final Marks marks;
    private final Senders senders;
    private final Spoken spoken;
    private final Tickets tickets;
    private final Merges merges;
    private final Deliveries deliveries;

    Intake(
            Db db,
            MailSql sql,
            ThreadSql threads,
            Mailboxes mailboxes,
            Marks marks,
            Senders senders,
            Spoken spoken,
            Tickets tickets,
            Merges merges,
            Deliveries deliveries) {
        this.db = db;
        this.sql = sql;
        this.threads = threads;
        this.mailboxes = mailboxes;
        this.marks = marks;
        this.senders = senders;
        this.spoken = spoken;
        this.tickets = tickets;
        this.merges = merges;
        this.deliveries = deliveries;
    }

    /** Does it, unless somebody else did. Errors: refused, for what has to wait for somebody; nothing has happened then. */
    void settle(Mail mail, Mailbox box, Parsed parsed, String fingerprint, Instant now) {
        db.transact(() -> {
            sql.hold();
            if (!sql.waits(mail.id())) return;
            write(mail, parsed, fingerprint, decide(mail, box, parsed, fingerprint, now), now);
        });
    }

    /** Keeps it aside. */
    void quarantine(Mail mail, Settled settled, Optional<Parsed> parsed, Instant now) {
        db.transact(() -> {
            if (!sql.waits(mail.id())) return;
            sql.settle(
                    mail.id(),
                    settled,
                    parsed.flatMap(Parsed::from).map(Address::mail).orElse(""),
                    parsed.map(Parsed::subject).orElse(""),
                    parsed.map(Parsed::id).orElse(""),
                    null,
                    now);
        });
    }

    private void write(Mail mail, Parsed parsed, String fingerprint, Settled settled, Instant now) {
        var sender = from(mail, parsed).map(Address::mail).orElse("");
        sql.settle(mail.id(), settled, sender, parsed.subject(), parsed.id(), fingerprint, now);
    }

    private Settled decide(Mail mail, Mailbox box, Parsed parsed, String fingerprint, Instant now) {
        var from = from(mail, parsed);
        if (ours(parsed, from)) return Settled.of(Outcome.REJECTED, null, "channel.mail_own");
        return switch (parsed.nature()) {
            case BOUNCE -> bounced(parsed);
            case AUTOMATIC ->
                Settled.of(
                        Outcome.AUTO_REPLY,
                        talk(mail, parsed).stream().findFirst().orElse(null),
                        "channel.mail_automatic");
            case LIST -> Settled.of(Outcome.REJECTED, null, "channel.mail_list");
            case PERSON -> {
                if (from.isEmpty()) yield Settled.of(Outcome.QUARANTINED, null, "channel.mail_no_sender");
                var twin = sql.twin(fingerprint);
                if (twin.isPresent())
                    yield Settled.of(
                            Outcome.REJECTED,
                            twin.get().number(),
                            "channel.mail_twice",
                            twin.get().id());
                yield said(mail, box, parsed, from.get(), now);
            }
        };
    }

    /** Who wrote it; where the mail itself does not say, who sent it. */
    private static Optional<Address> from(Mail mail, Parsed parsed) {
        return parsed.from()
                .or(() -> Stream.ofNullable(mail.envelope())
                        .flatMap(envelope -> Address.all(envelope).stream())
                        .findFirst());
    }

    private boolean ours(Parsed parsed, Optional<Address> from) {
        if (Marks.sent(List.of(parsed.id())).isPresent()) return true;
        return from.filter(address -> mailboxes.ours(address.mail()) || deliveries.from(address.mail()))
                .isPresent();
    }

    private Settled bounced(Parsed parsed) {
        var bounce = parsed.bounce() == null ? new Bounce("", "", "", false, List.of()) : parsed.bounce();
        if (!bounce.delayed())
            Marks.sent(bounce.of()).ifPresent(sent -> deliveries.bounced(sent.entry(), sent.delivery()));
        var number = numbers(bounce.of(), parsed.subject(), List.of()).stream()
                .findFirst()
                .orElse(null);
        return new Settled(Outcome.BOUNCE, null, number, null, false, bounce, List.of());
    }

    private Settled said(Mail mail, Mailbox box, Parsed parsed, Address from, Instant now) {
        if (sql.heard(from.mail(), now.minus(HOUR)) >= MOST_AN_HOUR)
            return Settled.of(Outcome.QUARANTINED, null, "channel.mail_flood", from.mail(), MOST_AN_HOUR);
        var person = senders.known(from);
        if (person.filter(known -> !known.active()).isPresent())
            return Settled.of(Outcome.REJECTED, null, "channel.mail_left", from.mail());
        var talk = talk(mail, parsed);
        // Where several tickets are named, the one that knows the sender.
        var mine = talk.stream().filter(number -> knows(number, from, person)).findFirst();
        if (mine.isPresent()) return answered(box, parsed, from, person, mine.get(), now);
        var named = named(mail, parsed, talk);
        if (named.isPresent()) return spoken.outside(named.get(), from, parsed, now);
        if (person.isEmpty() && !senders.welcome(from, box))
            return Settled.of(Outcome.REJECTED, null, "channel.mail_stranger", from.mail());
        var opener = person.orElseGet(() -> senders.welcomed(from, box, now));
        var settled = spoken.opened(mail, box, parsed, opener, person.isEmpty(), now);
        if (settled.number() != null) join(settled.number(), parsed, from);
        return settled;
    }

    private Settled answered(
            Mailbox box, Parsed parsed, Address from, Optional<Person> person, long number, Instant now) {
        if (person.isEmpty() && !senders.welcome(from, box)) return spoken.outside(number, from, parsed, now);
        var speaker = person.orElseGet(() -> senders.welcomed(from, box, now));
        var settled = spoken.answered(number, parsed, speaker, now);
        join(number, parsed, from);
        return settled;
    }

    /**
     * The tickets that this mail talks about, the nearest first: by what it answers to, by what was heard before it and answers to it, and
     * by a mark of ours.
     */
    private List<Long> talk(Mail mail, Parsed parsed) {
        var named = numbers(parsed.answers(), parsed.subject(), addresses(mail, parsed));
        var awaited = standing(threads.awaiting(parsed.id()));
        return Stream.concat(named.stream(), awaited.stream()).distinct().toList();
    }

    private List<Long> numbers(List<String> ids, String subject, List<String> addresses) {
        var found = new ArrayList<Long>();
        add(found, marks.inIds(ids));
        found.addAll(threads.numbers(ids));
        add(found, marks.inAddresses(addresses));
        add(found, marks.inSubject(subject));
        return standing(found);
    }

    /** Where those go on today. */
    private List<Long> standing(List<Long> found) {
        return found.stream()
                .distinct()
                .map(number -> merges.survivor(number).orElse(number))
                .distinct()
                .filter(number -> !tickets.of(List.of(number)).isEmpty())
                .toList();
    }

    /** The ticket that this mail answers, rather than one that only answers it: a stranger may have been quicker than who asks. */
    private Optional<Long> named(Mail mail, Parsed parsed, List<Long> talk) {
        var named = numbers(parsed.answers(), parsed.subject(), addresses(mail, parsed));
        return talk.stream().filter(named::contains).findFirst();
    }

    private static void add(List<Long> found, OptionalLong number) {
        if (number.isPresent()) found.add(number.getAsLong());
    }

    private static List<String> addresses(Mail mail, Parsed parsed) {
        return Stream.concat(mail.recipients().stream(), parsed.to().stream().map(Address::mail))
                .toList();
    }

    /** Whether a mail of this sender may be the word of somebody on the ticket. */
    private boolean knows(long number, Address from, Optional<Person> person) {
        var ticket = tickets.find(number, Me.QIAO);
        if (person.isPresent()) {
            long id = person.get().id();
            if (ticket.matter().requester() == id) return true;
            if (senders.ofTheDesk(person.get())) return false;
            if (!tickets.of(List.of(number), Senders.voice(person.get())).isEmpty()) return true;
        }
        return !ticket.matter().restricted() && threads.member(number, from.mail());
    }

    /** From now on this mail, and what it answers to, belong to the ticket, and so do those to whom it was written. */
    private void join(long number, Parsed parsed, Address from) {
        threads.join(number, parsed.id(), parsed.answers());
        var addresses = Stream.concat(Stream.of(from), parsed.to().stream())
                .map(Address::mail)
                .distinct()
                .filter(address -> !mailboxes.ours(address))
                .toList();
        threads.enter(number, addresses);
    }
}
