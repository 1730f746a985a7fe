package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.talk.Hearers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said on a ticket. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/comments")
@Needs({Permission.REQUEST, Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class CommentApi {
    /**
     * @param audience public when nobody says
     * @param seen the newest comment that the writer knew; newer words of others are a conflict then
     */
    record Words(
            @Nullable String text,
            @Nullable Hearers audience,
            @Nullable Long seen) {}

    /**
     * @param ticket on which it was said: a ticket also tells what was said on those that go on in it
     * @param author the login
     */
    record CommentJson(
            long id, long ticket, Instant at, @Nullable String author, Hearers audience, String text) {
        static CommentJson of(Comment said, @Nullable String author) {
            var to = Hearers.of(said.audience());
            return new CommentJson(said.id(), said.number(), said.at(), author, to, said.text());
        }
    }

    private final Conversation conversation;
    private final Tickets tickets;
    private final Merges merges;
    private final Logins logins;
    private final InstantSource clock;

    CommentApi(Conversation conversation, Tickets tickets, Merges merges, Logins logins, InstantSource clock) {
        this.conversation = conversation;
        this.tickets = tickets;
        this.merges = merges;
        this.logins = logins;
        this.clock = clock;
    }

    @GetMapping
    Slice<CommentJson> index(@PathVariable long number, Paging paging, Me me) {
        var after = paging.after("comments");
        var found = conversation.of(
                merges.read(tickets.find(number, me), me), me, after == null ? 0 : after.number(0), paging.limit() + 1);
        var names = logins.of(found.stream().map(Comment::author).toList());
        return Slice.of(found, paging.limit(), last -> Keyset.of("comments", last.id()))
                .map(comment -> CommentJson.of(comment, names.get(comment.author())));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CommentJson create(@PathVariable long number, @RequestBody Words body, Me me) {
        var audience =
                Objects.requireNonNullElse(body.audience(), Hearers.PUBLIC).audience();
        var said = conversation.say(number, body.text(), audience, List.of(), body.seen(), me, clock.instant());
        return CommentJson.of(said, me.login());
    }
}
