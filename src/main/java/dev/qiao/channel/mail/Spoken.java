package dev.qiao.channel.mail;

import dev.qiao.base.Me;
import dev.qiao.channel.mail.read.Address;
import dev.qiao.channel.mail.read.Parsed;
import dev.qiao.channel.mail.read.Parsed.Enclosed;
import dev.qiao.channel.mail.read.Words;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a mail says, said on a ticket. */
@Component
class Spoken {
    private static final int TITLE = 200;
    private static final int MOST_COPIES = 20;
    private static final String WATCHER = "watcher";

    private final Tickets tickets;
    private final Conversation conversation;
    private final Files files;
    private final People people;
    private final Participants participants;

    Spoken(Tickets tickets, Conversation conversation, Files files, People people, Participants participants) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.files = files;
        this.people = people;
        this.participants = participants;
    }

    /** @param stranger whether nobody knew the sender: then a signature says more than that it is one */
    Settled opened(Mail mail, Mailbox box, Parsed parsed, Person opener, boolean stranger, Instant now) {
        var me = Senders.voice(opener);
        var opens = box.draft().opens();
        var text = stranger ? parsed.text() : parsed.report();
        var enclosed = enclosed(parsed, text);
        var ticket = tickets.open(
                        List.of(new Draft(
                                UUID.nameUUIDFromBytes(("channel.mail " + mail.id()).getBytes(StandardCharsets.UTF_8)),
                                me,
                                opens.kind(),
                                title(parsed, opener),
                                Words.bounded(text, Texts.BODY),
                                opens.impact(),
                                opens.urgency(),
                                opens.category(),
                                opens.service(),
                                null,
                                null,
                                Source.MAIL,
                                null,
                                List.of(),
                                false)),
                        now)
                .getFirst();
        files.attach(ticket.number(), Files.taken(enclosed), Audience.PUBLIC, me, now);
        copies(ticket.number(), parsed, opener, now);
        return settled(Outcome.TICKET, ticket.number(), null, false, enclosed);
    }

    /** In their own name, as somebody who asks. */
    Settled answered(long number, Parsed parsed, Person speaker, Instant now) {
        var ticket = tickets.find(number, Me.QIAO);
        var me = Senders.voice(speaker);
        if (tickets.of(List.of(number), me).isEmpty())
            participants.add(Tickets.KIND, number, speaker.id(), WATCHER, now);
        var text = parsed.answer();
        var enclosed = enclosed(parsed, text);
        var taken = Files.taken(enclosed);
        var with = List.copyOf(Files.first(taken));
        var said = conversation.say(number, worded(text, parsed), Audience.PUBLIC, files.keep(with, me, now), me, now);
        files.attach(number, taken.subList(with.size(), taken.size()), Audience.PUBLIC, me, now);
        if (!ticket.matter().restricted()) copies(number, parsed, speaker, now);
        return settled(Outcome.COMMENT, number, said.id(), false, enclosed);
    }

    /** Somebody who has no say on this ticket: for the desk alone to read, in nobody's name. */
    Settled outside(long number, Address from, Parsed parsed, Instant now) {
        var text = parsed.answer();
        var enclosed = enclosed(parsed, text);
        var taken = Files.taken(enclosed);
        var with = List.copyOf(Files.first(taken));
        // Nobody is called by a stranger.
        var words = Words.bounded(
                ("✉ " + from.called() + " <" + from.mail() + ">\n\n" + worded(text, parsed)).replace('@', '＠'),
                Texts.BODY);
        var said = conversation.say(number, words, Audience.INTERNAL, files.keep(with, Me.QIAO, now), Me.QIAO, now);
        files.attach(number, taken.subList(with.size(), taken.size()), Audience.INTERNAL, Me.QIAO, now);
        return settled(Outcome.COMMENT, number, said.id(), true, enclosed);
    }

    private static Settled settled(
            Outcome outcome, long number, @Nullable Long comment, boolean outside, List<Enclosed> files) {
        return new Settled(outcome, null, number, comment, outside, null, Files.tooLarge(files));
    }

    /** What is too long for a ticket goes along whole, as a file. */
    private static List<Enclosed> enclosed(Parsed parsed, String text) {
        if (text.codePointCount(0, text.length()) <= Texts.BODY) return parsed.files();
        var all = new ArrayList<>(parsed.files());
        all.addFirst(new Enclosed("mail.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private static String worded(String text, Parsed parsed) {
        if (!Words.blank(text)) return Words.bounded(text, Texts.BODY);
        return Words.blank(parsed.subject()) ? "✉" : parsed.subject();
    }

    private static String title(Parsed parsed, Person opener) {
        if (!Words.blank(parsed.subject())) return Words.bounded(parsed.subject(), TITLE);
        var first = Words.line(parsed.text(), TITLE / 2);
        return Words.blank(first) ? "✉ " + opener.name() : first;
    }

    /** Those in copy whom we know follow it. */
    private void copies(long number, Parsed parsed, Person writer, Instant now) {
        var mails = parsed.to().stream()
                .map(Address::mail)
                .distinct()
                .limit(MOST_COPIES)
                .toList();
        var known = people.byMails(mails).values().stream()
                .filter(Person::active)
                .filter(person -> person.id() != writer.id())
                .map(person -> new Participant(Tickets.KIND, number, person.id(), WATCHER, now))
                .toList();
        participants.add(known);
    }
}
