package dev.qiao.signal.pattern;

import java.util.List;

/**
 * All that a miner knows, to be kept in tables: a miner that is made of it goes on as if there had been no end.
 *
 * @param lines how many it has learned
 * @param next the id of the next new pattern
 * @param swept after how many lines it last made room
 * @param kept one row each pattern
 */
public record Memory(long lines, long next, long swept, List<Kept> kept) {

    /**
     * One row.
     *
     * @param template its words a line each, with a blank before those that stand after one; {@code <?>} is a value that was only learned to
     *     be one. It has no control characters but the line feeds.
     * @param last the number of the line that it had last, so that only rows are stored again that changed since
     */
    public record Kept(long id, String template, long lines, long last) {}
}
