package dev.qiao.base.sheet;

import dev.qiao.base.Me;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list read page after page, each with the rights that its reader has by then: who is let go meanwhile gets no further.
 *
 * @param <M> marks where a page ended
 */
public final class Walk<M> implements Sheet.Source {
    /** So many rows are asked for at once. */
    public static final int PAGE = 500;

    /** One page of it. */
    @FunctionalInterface
    public interface Step<M> {
        /** The rows behind this mark, which is null at the beginning. */
        Part<M> read(@Nullable M mark, Me me);
    }

    /**
     * Some rows.
     *
     * @param next where they ended; null: there are no more
     */
    public record Part<M>(
            List<List<@Nullable Object>> rows, @Nullable M next) {}

    private final Supplier<Optional<Me>> reader;
    private final Step<M> step;
    private @Nullable M mark;
    private boolean over;

    /**
     * A walk from the beginning.
     *
     * @param reader as they are now; empty: they may not read on
     */
    public Walk(Supplier<Optional<Me>> reader, Step<M> step) {
        this.reader = reader;
        this.step = step;
    }

    @Override
    public Optional<List<List<@Nullable Object>>> next() {
        var me = over ? Optional.<Me>empty() : reader.get();
        if (me.isEmpty()) return Optional.empty();
        var part = step.read(mark, me.get());
        mark = part.next();
        over = mark == null;
        return Optional.of(part.rows());
    }
}
