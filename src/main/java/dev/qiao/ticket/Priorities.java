package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Priorities.Matrix.Cell;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The matrix in force. */
@Component
public class Priorities {
    private final Db db;
    private final Journal journal;
    private final Remembered<Matrix> matrix = new Remembered<>(this::read);

    Priorities(Db db, Journal journal) {
        this.db = db;
        this.journal = journal;
    }

    /** Impact and urgency to priority, as it is set. */
    public Matrix matrix() {
        return matrix.get();
    }

    /** Changes it for tickets to come; those that are open keep what they have. */
    public void change(Matrix wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var before = read();
        var cells = List.copyOf(wanted.cells().entrySet());
        db.transact(() -> {
            db.sql("""
                    update ticket.matrix m set priority = n.priority
                      from unnest(:impacts::text[], :urgencies::text[], :priorities::text[]) as n(impact, urgency, priority)
                     where m.impact = n.impact and m.urgency = n.urgency
                    """)
                    .bind("impacts", Db.column(cells, e -> e.getKey().impact()))
                    .bind("urgencies", Db.column(cells, e -> e.getKey().urgency()))
                    .bind("priorities", Db.column(cells, Map.Entry::getValue))
                    .update();
            var facts = Configured.of("ticket.matrix", "matrix", spoken(before), spoken(read()));
            journal.write(new Entry(now, me.origin(), "matrix", 1, 0, me.id(), Audience.ADMIN, facts));
        });
        matrix.forget();
    }

    private Matrix read() {
        record Line(Cell cell, Priority priority) {}
        var lines = db.sql("select impact, urgency, priority from ticket.matrix limit 9")
                .list(row -> new Line(
                        new Cell(row.word("impact", Level.class), row.word("urgency", Level.class)),
                        row.word("priority", Priority.class)));
        return new Matrix(lines.stream().collect(Collectors.toMap(Line::cell, Line::priority)));
    }

    private static Map<String, String> spoken(Matrix matrix) {
        var words = new TreeMap<String, String>();
        matrix.cells()
                .forEach((cell, p) ->
                        words.put(cell.impact().code() + "_" + cell.urgency().code(), p.code()));
        return words;
    }

    /** Impact by urgency gives the priority; a critical service or a VIP raises it one step. */
    public record Matrix(Map<Cell, Priority> cells) {
        public record Cell(Level impact, Level urgency) {}

        public static final Matrix DEFAULT = new Matrix(Map.of(
                new Cell(Level.HIGH, Level.HIGH), Priority.URGENT,
                new Cell(Level.HIGH, Level.MEDIUM), Priority.IMPORTANT,
                new Cell(Level.MEDIUM, Level.HIGH), Priority.IMPORTANT));

        public Matrix {
            cells = Map.copyOf(cells);
        }

        public Priority of(Level impact, Level urgency) {
            return cells.getOrDefault(new Cell(impact, urgency), Priority.NORMAL);
        }

        public Priority priority(Level impact, Level urgency, boolean criticalService, boolean vip) {
            var priority = of(impact, urgency);
            return criticalService || vip ? priority.raised() : priority;
        }
    }
}
