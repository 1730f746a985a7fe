package dev.qiao.ticket.deed;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Editing.Wanted;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what was ordered through the doors of the room, with the rights of whoever orders, and says how it stood before. */
@Component
public class Deeds {
    private final Tickets tickets;
    private final Editing editing;
    private final Conversation conversation;
    private final Participants participants;

    Deeds(Tickets tickets, Editing editing, Conversation conversation, Participants participants) {
        this.tickets = tickets;
        this.editing = editing;
        this.conversation = conversation;
        this.participants = participants;
    }

    /**
     * What became of an order.
     *
     * @param before how the ticket stood
     * @param version of the ticket afterwards
     * @param back what takes back that which is not in the ticket itself; empty where nothing does, or nothing changed
     */
    public record Outcome(Ticket before, int version, boolean changed, Optional<Order> back) {}

    /** Errors: what the verb refuses. Joins the transaction of its caller. */
    public Outcome perform(long number, Order order, Me me, Instant now) {
        var before = tickets.find(number, me);
        var back = back(before, order, me);
        act(number, order, me, now);
        var after = tickets.find(number, me);
        boolean changed = after.version() != before.version();
        return new Outcome(before, after.version(), changed, changed ? back : Optional.empty());
    }

    private void act(long number, Order o, Me me, Instant now) {
        switch (o.deed()) {
            case ACCEPT -> tickets.accept(number, null, me, now);
            case HAND_BACK -> tickets.handBack(number, null, o.reason(), me, now);
            case ASSIGN -> tickets.assign(number, null, o.team(), o.person(), o.reason(), me, now);
            case HOLD -> tickets.hold(number, null, party(o), o.reason(), until(o, now), me, now);
            case RESUME -> tickets.resume(number, null, me, now);
            case RESOLVE -> resolve(number, o, me, now);
            case CLOSE -> tickets.close(number, null, me, now);
            case REOPEN -> tickets.reopen(number, null, o.reason(), me, now);
            case PRIORITY ->
                edit(number, w -> new Wanted(w.matter(), w.impact(), w.urgency(), o.priority(), o.reason()), me, now);
            case TAG -> edit(number, w -> tagged(w, more(w.matter().tags(), o.labels())), me, now);
            case UNTAG -> edit(number, w -> tagged(w, less(w.matter().tags(), o.labels())), me, now);
            case WATCH -> watch(number, me, now);
            case UNWATCH -> editing.unwatch(number, me, now);
            case REPLY -> conversation.say(number, o.text(), Audience.PUBLIC, List.of(), me, now);
            case NOTE -> conversation.say(number, o.text(), Audience.INTERNAL, List.of(), me, now);
        }
    }

    /** Whom one follows is not in the ticket itself. */
    private Optional<Order> back(Ticket before, Order order, Me me) {
        return switch (order.deed()) {
            case WATCH -> watches(before.number(), me) ? Optional.empty() : Optional.of(Order.of(Deed.UNWATCH));
            case UNWATCH -> Optional.of(Order.of(Deed.WATCH));
            case ACCEPT, HAND_BACK, ASSIGN, HOLD, RESUME, RESOLVE, CLOSE, REOPEN -> Optional.empty();
            case PRIORITY, TAG, UNTAG, REPLY, NOTE -> Optional.empty();
        };
    }

    private void resolve(long number, Order o, Me me, Instant now) {
        if (o.code() == null) throw Refused.invalid("code", "ticket.choose_one");
        if (o.cause() == null) throw Refused.invalid("cause", "ticket.choose_one");
        tickets.resolve(number, null, o.code(), o.cause(), o.text(), null, me, now);
    }

    /** Watching twice is no act. */
    private void watch(long number, Me me, Instant now) {
        if (!watches(number, me)) editing.watch(number, me, now);
    }

    private boolean watches(long number, Me me) {
        return participants.of(Tickets.KIND, number).stream()
                .anyMatch(p -> p.person() == me.id() && p.role().equals("watcher"));
    }

    private void edit(long number, UnaryOperator<Wanted> change, Me me, Instant now) {
        editing.edit(number, null, change, me, now);
    }

    private static HoldFor party(Order o) {
        return Objects.requireNonNullElse(o.waitsFor(), HoldFor.OTHER);
    }

    private static @Nullable Instant until(Order o, Instant now) {
        return o.until() == null && o.hours() != null ? now.plus(Duration.ofHours(o.hours())) : o.until();
    }

    private static List<String> more(List<String> tags, List<String> added) {
        var all = new LinkedHashSet<>(tags);
        all.addAll(added);
        return List.copyOf(all);
    }

    private static List<String> less(List<String> tags, List<String> taken) {
        var rest = new ArrayList<>(tags);
        rest.removeAll(taken);
        return List.copyOf(rest);
    }

    private static Wanted tagged(Wanted w, List<String> tags) {
        var m = w.matter();
        var matter = new Matter(
                m.kind(),
                m.title(),
                m.description(),
                m.category(),
                m.service(),
                m.organization(),
                m.requester(),
                m.reporter(),
                m.source(),
                m.startedAt(),
                tags,
                m.restricted(),
                m.vip());
        return new Wanted(matter, w.impact(), w.urgency(), w.priority(), w.reason());
    }
}
