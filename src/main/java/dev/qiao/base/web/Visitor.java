package dev.qiao.base.web;

import dev.qiao.base.Me;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who is behind a request: set by the sign-in of people, read by page frames and by handlers that take a {@link Me}. */
public final class Visitor {
    private static final String NAME = Visitor.class.getName();

    private Visitor() {}

    public static Optional<Me> of(HttpServletRequest request) {
        return Optional.ofNullable((Me) request.getAttribute(NAME));
    }

    public static void is(HttpServletRequest request, Me me) {
        request.setAttribute(NAME, me);
    }
}
