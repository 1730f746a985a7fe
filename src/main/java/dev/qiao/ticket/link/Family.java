package dev.qiao.ticket.link;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.undo.Undo.Along;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what is solved together: a parent, and those of its children that are chosen. */
@Component
public class Family {
    private final Tickets tickets;
    private final Links links;
    private final Undos undos;

    Family(Tickets tickets, Links links, Undos undos) {
        this.tickets = tickets;
        this.links = links;
        this.undos = undos;
    }

    /** A child that could not be resolved, and why. */
    public record Left(long number, Refused why) {}

    /** What became of the children. */
    public record Solved(List<Long> done, List<Left> left) {
        public static final Solved NONE = new Solved(List.of(), List.of());
    }

    /** The children that are still owed and that this person sees. */
    public List<Ticket> open(Ticket parent, Me me) {
        return links.of(parent, me).stream()
                .filter(l -> l.link().relation() == Relation.PARENT_OF)
                .map(Links.Linked::other)
                .filter(child -> child.stage().open())
                .toList();
    }

    /**
     * Resolves chosen children as their parent was resolved, each on its own and with the person's own rights: what one of them refuses
     * does not hold up the others. Who asked for each is told as of any solution. Taking the parent's solution back takes theirs back.
     */
    public Solved resolve(
            long parent,
            Collection<Long> chosen,
            Outcome code,
            Cause cause,
            @Nullable String solution,
            @Nullable Instant restoredAt,
            Me me,
            Instant now) {
        var children = open(tickets.find(parent, me), me).stream()
                .filter(child -> chosen.contains(child.number()))
                .toList();
        var done = new ArrayList<Along>();
        var left = new ArrayList<Left>();
        for (var child : children) {
            try {
                var since = restored(child, restoredAt);
                var solved = tickets.resolve(child.number(), null, code, cause, solution, since, me, now);
                done.add(new Along(child.number(), solved.version()));
            } catch (Refused refused) {
                left.add(new Left(child.number(), refused));
            }
        }
        undos.along(parent, done, me);
        return new Solved(done.stream().map(Along::number).toList(), List.copyOf(left));
    }

    /** A child that began after the fault was over was restored when it is resolved. */
    private static @Nullable Instant restored(Ticket child, @Nullable Instant restoredAt) {
        var opened = child.times().openedAt();
        var began = child.matter().startedAt() == null ? opened : child.matter().startedAt();
        return restoredAt == null || restoredAt.isBefore(began) ? null : restoredAt;
    }
}
