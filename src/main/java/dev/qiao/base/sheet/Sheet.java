package dev.qiao.base.sheet;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list that is to be written into a file.
 *
 * @param name of the file, without its ending
 * @param heads the words above the columns
 */
public record Sheet(String name, List<String> heads, Source source) {
    /** Where rows come from, some at a time; each time it looks with the rights that the reader has by then. */
    @FunctionalInterface
    public interface Source {
        /** The next rows, of texts, numbers, moments and nulls; empty at the end. */
        Optional<List<List<@Nullable Object>>> next();

        /** Rows that are all there. */
        static Source of(List<List<@Nullable Object>> rows) {
            var pieces = List.of(rows).iterator();
            return () -> pieces.hasNext() ? Optional.of(pieces.next()) : Optional.empty();
        }
    }
}
