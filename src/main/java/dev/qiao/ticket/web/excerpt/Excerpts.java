package dev.qiao.ticket.web.excerpt;

import dev.qiao.base.Me;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.TicketHistory.Event;
import dev.qiao.ticket.talk.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes as much of a ticket's story as one page shows: the newest of what was asked for, words and steps of the same time. */
@Component
public class Excerpts {
    private static final int WORDS = 500;
    private static final int STEPS = 1_000;

    /** A page that stands open loses nothing at its beginning while more is said: it grows by so much. */
    private static final int GROWN = 4;

    private final Conversation conversation;
    private final TicketHistory history;

    Excerpts(Conversation conversation, TicketHistory history) {
        this.conversation = conversation;
        this.history = history;
    }

    /**
     * What is shown of a ticket and those that went on in it.
     *
     * @param read whose words are read on it, see {@link dev.qiao.ticket.merge.Merges#read}
     */
    public Excerpt of(Ticket ticket, Collection<Long> read, Stretch asked, Me me) {
        int grown = asked.after() == null ? 1 : GROWN;
        int words = WORDS * grown;
        int steps = STEPS * grown;
        var comments = conversation.newest(read, asked, words + 1, me);
        var events = history.newest(ticket, asked, steps + 1, me);
        var begins = Stream.of(
                        comments.size() > words ? comments.getFirst().at() : null,
                        events.size() > steps ? events.getFirst().entry().at() : null)
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .orElse(null);
        return cut(asked.from(begins), asked, comments, events);
    }

    private static Excerpt cut(Stretch shown, Stretch asked, List<Comment> comments, List<Event> events) {
        return new Excerpt(
                asked,
                shown,
                comments.stream().filter(comment -> shown.holds(comment.at())).toList(),
                events.stream().filter(event -> shown.holds(event.entry().at())).toList());
    }

    /** What a page was asked for by its address. */
    public static Stretch asked(@Nullable Instant since, @Nullable Instant until) {
        return new Stretch(until == null ? since : null, until);
    }
}
