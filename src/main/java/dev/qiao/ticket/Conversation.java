package dev.qiao.ticket;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Vault;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketAttached;
import dev.qiao.ticket.TicketFact.TicketCommented;
import dev.qiao.ticket.TicketFact.TicketResumed;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.talk.Mentions;
import dev.qiao.ticket.talk.Stretch;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what is said on a ticket: comments and files, public or internal. */
@Component
public class Conversation {
    /** The largest file, in bytes. */
    public static final long LARGEST_FILE = 25L * 1024 * 1024;

    public static final int FILES_AT_ONCE = 20;
    private static final int CROSSING = 50;

    private final Db db;
    private final CommentSql sql;
    private final Acting acting;
    private final Tickets tickets;
    private final Mentions mentions;
    private final Participants participants;
    private final Vault vault;
    private final Merges merges;

    Conversation(
            Db db,
            CommentSql sql,
            Acting acting,
            Tickets tickets,
            Mentions mentions,
            Participants participants,
            Vault vault,
            Merges merges) {
        this.db = db;
        this.sql = sql;
        this.acting = acting;
        this.tickets = tickets;
        this.mentions = mentions;
        this.participants = participants;
        this.vault = vault;
        this.merges = merges;
    }

    /**
     * Says something. A desk person's public word is the first response; the requester's brings back what waited for them; a
     * colleague who is named with {@code @login} takes part from then on.
     *
     * @param files uploaded before by the same person
     */
    public Comment say(
            long number, @Nullable String text, Audience audience, Collection<UUID> files, Me me, Instant now) {
        return say(number, text, audience, files, null, me, now);
    }

    /**
     * The same, unless it crosses newer words of somebody else. Errors: conflict, when there are any.
     *
     * @param seen the newest comment that was there when the words were begun; null when it does not matter
     */
    public Comment say(
            long number,
            @Nullable String text,
            Audience audience,
            Collection<UUID> files,
            @Nullable Long seen,
            Me me,
            Instant now) {
        var body = Texts.words("text", text, Texts.BODY);
        if (files.size() > FILES_AT_ONCE) throw Refused.invalid("files", "ticket.too_many_files", FILES_AT_ONCE);
        var act = audience == Audience.PUBLIC ? Act.COMMENTS : Act.INTERNAL_COMMENTS;
        var said = new AtomicReference<Comment>();
        acting.on(number, act, null, null, me, now, (ticket, at) -> {
            if (!newer(ticket, seen, me).isEmpty()) throw Refused.conflict("ticket.crossing.refused");
            var named = mentions.in(body, audience, me);
            long id = sql.insert(number, at, me.id(), audience, body, named);
            tickets.learn(number, audience, body);
            if (!files.isEmpty()) tie(id, number, audience, files, me);
            var comment = new Comment(id, number, at, me.id(), audience, body, named);
            said.set(comment);
            takePart(ticket, named, at);
            return done(ticket, comment, me, at);
        });
        return Objects.requireNonNull(said.get());
    }

    private Done done(Ticket ticket, Comment comment, Me me, Instant at) {
        boolean open = comment.audience() == Audience.PUBLIC;
        boolean response = open && Rules.speaksForTheDesk(ticket, me);
        boolean answer = open && Rules.asks(ticket, me);
        var spoken = ticket.commented(response, answer, at);
        var fact = new TicketCommented(
                comment.id(), response && ticket.times().respondedAt() == null, answer, comment.mentions());
        return resumed(ticket, spoken, comment.audience(), fact, at);
    }

    /** What was done, and that it goes on, where this was the answer for which it waited. */
    private Done resumed(Ticket before, Ticket after, Audience audience, TicketFact fact, Instant at) {
        if (before.stage().equals(after.stage())) return Done.of(after, audience, fact);
        var back = tickets.present(after, at);
        return Done.of(back, audience, fact)
                .and(Audience.PUBLIC, new TicketResumed("answer", back.stage().owner()));
    }

    /** What others have said since that comment here and on what goes on here, as far as this person may read it, oldest first. */
    public List<Comment> newer(Ticket ticket, @Nullable Long seen, Me me) {
        if (seen == null) return List.of();
        return of(merges.read(ticket, me), me, seen, CROSSING).stream()
                .filter(comment -> comment.author() != me.id() && comment.author() != 0)
                .toList();
    }

    /** What may be read by this person, oldest first. */
    public List<Comment> of(Ticket ticket, Me me, long after, int limit) {
        return of(List.of(ticket.number()), me, after, limit);
    }

    /** The same of several tickets that were read under this person's rights. */
    public List<Comment> of(Collection<Long> numbers, Me me, long after, int limit) {
        return sql.of(numbers, readable(me), after, limit);
    }

    /** The newest words of a stretch, oldest first, of tickets that were read under this person's rights. */
    public List<Comment> newest(Collection<Long> numbers, Stretch stretch, int limit, Me me) {
        return sql.newest(numbers, readable(me), stretch, limit);
    }

    /**
     * Takes words with their files from one ticket to another, inside the act that does so; both stay findable by them. Returns what was
     * there to be taken.
     */
    public List<Comment> move(Collection<Long> comments, long from, long into) {
        var moved = sql.move(comments, from, into);
        moved.forEach(comment -> tickets.learn(into, comment.audience(), comment.text()));
        return moved;
    }

    /** The newest public word of the desk on each of these tickets, whoever asks: for tickets that were read under somebody's rights. */
    public Map<Long, Comment> newest(Collection<Long> numbers) {
        return sql.newest(numbers).stream().collect(toMap(Comment::number, identity()));
    }

    /** How many comments of each ticket this person may read; tickets without any are left out. */
    public Map<Long, Integer> counts(Collection<Ticket> tickets, Me me) {
        if (readable(me).contains(Audience.INTERNAL)) {
            return tickets.stream()
                    .collect(Collectors.toMap(Ticket::number, t -> t.tally().comments()));
        }
        var spoken = tickets.stream()
                .filter(t -> t.tally().comments() > 0)
                .map(Ticket::number)
                .toList();
        return spoken.isEmpty() ? Map.of() : sql.counts(spoken, readable(me));
    }

    /** The files that this person may read, of tickets that were read under their rights. */
    public List<Attachment> files(Collection<Long> numbers, Me me) {
        return sql.attachments(numbers, readable(me));
    }

    /** What came with these words, and what came without any, of tickets that were read under this person's rights. */
    public List<Attachment> files(Collection<Long> numbers, Collection<Comment> with, Me me) {
        return sql.attachments(numbers, with.stream().map(Comment::id).toList(), readable(me));
    }

    /** Stores a file that nobody but its owner sees until it is sent with words or a new ticket. Errors: too large, too many not sent. */
    public Attachment keep(String name, @Nullable String type, InputStream bytes, Me me, Instant now) {
        if (!me.may(Permission.TICKET_WORK)) me.must(Permission.REQUEST);
        var clean = Texts.title("name", name.replaceAll(".*[/\\\\]", ""));
        sql.loose(me.id()).mustTake(1);
        var stored = vault.put(bytes, LARGEST_FILE);
        var file = new Attachment(
                UUID.randomUUID(),
                null,
                null,
                Audience.PUBLIC,
                clean,
                Texts.mediaType(type),
                stored.bytes(),
                stored.sha256(),
                now,
                me.id());
        db.transact(() -> {
            sql.holdLoose(me.id());
            sql.loose(me.id()).mustTake(stored.bytes());
            sql.insert(file);
        });
        return file;
    }

    /** Puts kept files on a ticket, without words: from the requester they are an answer too. */
    public void attach(long number, Collection<UUID> files, Audience audience, Me me, Instant now) {
        if (files.size() > FILES_AT_ONCE) throw Refused.invalid("files", "ticket.too_many_files", FILES_AT_ONCE);
        if (audience != Audience.PUBLIC) Rules.check(Act.INTERNAL_COMMENTS, tickets.find(number, me), me);
        acting.on(number, Act.ATTACHMENTS, null, null, me, now, (held, at) -> {
            tie(null, number, audience, files, me);
            var after = held.answered(audience == Audience.PUBLIC && Rules.asks(held, me), at);
            return resumed(held, after, audience, new TicketAttached(files.size()), at);
        });
    }

    private void tie(@Nullable Long comment, long number, Audience audience, Collection<UUID> files, Me me) {
        var names = sql.tie(comment, number, me.id(), audience, files);
        if (names.size() != files.size()) throw Refused.invalid("files", "ticket.no_file");
        tickets.learn(number, audience, String.join(" ", names));
    }

    /** A file of a ticket that this person sees. Errors: not found, also for what one may not read. */
    public Attachment file(UUID id, Me me) {
        return file(id, _ -> false, me);
    }

    /**
     * A file of a ticket that this person sees. Errors: not found, also for what one may not read.
     *
     * @param within says of a ticket that is not in sight itself whether its words are read in another one
     */
    public Attachment file(UUID id, LongPredicate within, Me me) {
        var file = sql.attachment(id);
        if (file == null || !readable(me).contains(file.audience())) throw Refused.notFound("ticket.no_file");
        boolean seen = file.number() == null
                ? file.by() == me.id()
                : !tickets.of(List.of(file.number()), me).isEmpty() || within.test(file.number());
        if (!seen) throw Refused.notFound("ticket.no_file");
        return file;
    }

    public InputStream open(Attachment file) {
        return vault.open(file.sha256());
    }

    /** Which audiences this person belongs to. */
    public static List<Audience> readable(Me me) {
        return me.worksHere() ? List.of(Audience.PUBLIC, Audience.INTERNAL) : List.of(Audience.PUBLIC);
    }

    /** A mention lets a colleague in; into a restricted ticket only those who name people for it do. */
    private void takePart(Ticket ticket, List<Long> named, Instant at) {
        if (ticket.matter().restricted()) return;
        named.forEach(person -> participants.add(Tickets.KIND, ticket.number(), person, "mentioned", at));
    }

    /**
     * A word on a ticket.
     *
     * @param author 0 is Qiao itself
     * @param audience public, or internal: for those who work here
     * @param text Markdown
     */
    public record Comment(
            long id, long number, Instant at, long author, Audience audience, String text, List<Long> mentions) {}

    /**
     * A file on a ticket.
     *
     * @param number null while it waits for the words it belongs to; nobody but its owner sees it then
     * @param bytes its length
     * @param comment with which it came; null when it came alone
     */
    public record Attachment(
            UUID id,
            @Nullable Long number,
            @Nullable Long comment,
            Audience audience,
            String name,
            String type,
            long bytes,
            String sha256,
            Instant at,
            long by) {}
}
