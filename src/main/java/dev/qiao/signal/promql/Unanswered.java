package dev.qiao.signal.promql;

import dev.qiao.base.Refused;

/** A server cannot be asked now. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    Unanswered(String key, Object... arguments) {
        super(key, null, false, false);
        this.refused = Refused.unavailable(key, arguments);
    }

    Refused refused() {
        return refused;
    }
}
