package dev.qiao.journal;

import org.jspecify.annotations.Nullable;

/**
 * What the page could see from which a change of the configuration comes. While it is bound, such a change is refused as stale when
 * it would cross another one of the same thing that nobody saw on that page.
 */
public final class Opened {
    private static final ScopedValue<Mark> MARK = ScopedValue.newInstance();

    private Opened() {}

    /** Does this on behalf of such a page. */
    public static <T extends @Nullable Object, X extends Throwable> T on(Mark mark, ScopedValue.CallableOp<T, X> act)
            throws X {
        return ScopedValue.where(MARK, mark).call(act);
    }

    static @Nullable Mark mark() {
        return MARK.isBound() ? MARK.get() : null;
    }
}
