package dev.qiao.base.web;

import dev.qiao.base.Me;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is behind a request: set by the sign-in of people, read by page frames and by handlers that take a {@link Me}. */
public final class Visitor {
    private static final String NAME = Visitor.class.getName();
    private static final String AGAIN = NAME + ".again";

    private Visitor() {}

    public static Optional<Me> of(HttpServletRequest request) {
        return Optional.ofNullable((Me) request.getAttribute(NAME));
    }

    /** Asks anew who is behind a request that lasts: nobody when the session has ended. */
    public static Supplier<Optional<Me>> again(HttpServletRequest request) {
        @SuppressWarnings("unchecked")
        var again = (Supplier<Optional<Me>>) request.getAttribute(AGAIN);
        return again != null ? again : () -> of(request);
    }

    /** How to ask anew. */
    public static void again(HttpServletRequest request, Supplier<Optional<Me>> who) {
        request.setAttribute(AGAIN, who);
    }

    public static void is(HttpServletRequest request, Me me) {
        request.setAttribute(NAME, me);
    }
}
