package dev.qiao.ticket.checklist;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketChecked;
import dev.qiao.ticket.merge.Merges;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to checklists. Whoever works here and sees the ticket writes and ticks its points. */
@Component
public class Checklist {
    /** So many points a ticket has at most. */
    public static final int MOST = 50;

    private static final Duration RESTORABLE = Duration.ofDays(30);
    private static final Duration LISTED = Duration.ofDays(7);
    private static final int MOST_LISTED = 5;

    /**
     * One thing to do.
     *
     * @param doneAt null: not yet
     */
    public record Item(
            long id,
            String text,
            @Nullable Instant doneAt,
            @Nullable Long doneBy) {
        public boolean done() {
            return doneAt != null;
        }
    }

    private final Db db;
    private final Acting acting;
    private final Merges merges;

    Checklist(Db db, Acting acting, Merges merges) {
        this.db = db;
        this.acting = acting;
        this.merges = merges;
    }

    /** Of a ticket that was read under this person's rights. */
    public List<Item> of(long number) {
        return of(List.of(number));
    }

    /** The same, and below what is to be done on those that go on in it. */
    public List<Item> of(Ticket ticket, Me me) {
        return of(merges.read(ticket, me));
    }

    private List<Item> of(List<Long> numbers) {
        return db.sql("""
                select id, text, done_at, done_by from ticket.check_item
                 where number = any(:numbers::bigint[]) and removed_at is null
                 order by number <> :number, number, id limit :most
                """)
                .bind("numbers", numbers)
                .bind("number", numbers.getFirst())
                .bind("most", MOST * Merges.MOST)
                .list(Checklist::item);
    }

    /** What was removed in the last days and can be brought back, the latest first. */
    public List<Item> removed(Ticket ticket, Me me, Instant now) {
        return db.sql("""
                select id, text, done_at, done_by from ticket.check_item
                 where number = any(:numbers::bigint[]) and removed_at >= :since order by removed_at desc, id desc limit :most
                """)
                .bind("numbers", merges.read(ticket, me))
                .bind("since", now.minus(LISTED))
                .bind("most", MOST_LISTED)
                .list(Checklist::item);
    }

    /** Adds points, one for each line. Errors: nothing said, too long, too many. */
    public List<Item> add(long number, Collection<String> lines, Me me, Instant now) {
        var points = lines.stream().map(line -> Texts.title("text", line)).toList();
        if (points.isEmpty()) throw Refused.invalid("text", "ticket.text_missing");
        act(number, me, now, numbers -> {
            if (of(number).size() + points.size() > MOST) throw Refused.conflict("ticket.check.too_many", MOST);
            db.sql("insert into ticket.check_item (number, text) select :number, t from unnest(:texts::text[]) as t")
                    .bind("number", number)
                    .bind("texts", points)
                    .update();
        });
        return of(number);
    }

    /** Ticks a point, or takes the tick away; twice is harmless. Errors: no such point. */
    public void tick(long number, long id, boolean done, Me me, Instant now) {
        act(number, me, now, numbers -> {
            int rows = db.sql("""
                    update ticket.check_item
                       set done_at = case when :done then coalesce(done_at, :now) end,
                           done_by = case when :done then coalesce(done_by, :me) end
                     where number = any(:numbers::bigint[]) and id = :id and removed_at is null
                    """)
                    .bind("done", done)
                    .bind("now", now)
                    .bind("me", me.id())
                    .bind("numbers", numbers)
                    .bind("id", id)
                    .update();
            if (rows == 0) throw Refused.notFound("ticket.check.no_such");
        });
    }

    /** It can be brought back for thirty days, as it was. Errors: no such point. */
    public void remove(long number, long id, Me me, Instant now) {
        act(number, me, now, numbers -> {
            int rows = db.sql("""
                    update ticket.check_item set removed_at = :now where number = any(:numbers::bigint[]) and id = :id and removed_at is null
                    """)
                    .bind("now", now)
                    .bind("numbers", numbers)
                    .bind("id", id)
                    .update();
            if (rows == 0) throw Refused.notFound("ticket.check.no_such");
        });
    }

    /** In its place, and ticked by whom and when it was. Errors: no such point, or too long ago; too many. */
    public void restore(long number, long id, Me me, Instant now) {
        act(number, me, now, numbers -> {
            if (of(number).size() >= MOST) throw Refused.conflict("ticket.check.too_many", MOST);
            int rows = db.sql("""
                    update ticket.check_item set removed_at = null
                     where number = any(:numbers::bigint[]) and id = :id and removed_at >= :since
                    """)
                    .bind("numbers", numbers)
                    .bind("id", id)
                    .bind("since", now.minus(RESTORABLE))
                    .update();
            if (rows == 0) throw Refused.notFound("ticket.check.no_such");
        });
    }

    private void act(long number, Me me, Instant now, Consumer<List<Long>> change) {
        acting.on(number, Act.CHECKLIST, null, null, me, now, (ticket, at) -> {
            var numbers = merges.read(ticket, me);
            change.accept(numbers);
            var items = of(numbers);
            int done = (int) items.stream().filter(Item::done).count();
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketChecked(done, items.size()));
        });
    }

    private static Item item(Row row) {
        return new Item(row.number("id"), row.text("text"), row.instantOrNull("done_at"), row.numberOrNull("done_by"));
    }
}
