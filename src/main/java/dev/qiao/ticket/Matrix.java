package dev.qiao.ticket;

import java.util.Map;

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
