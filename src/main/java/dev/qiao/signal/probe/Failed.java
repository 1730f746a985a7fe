package dev.qiao.signal.probe;

import dev.qiao.base.Refused.Problem;
import java.io.IOException;
import java.util.List;

/** Something answered, and not as it should. */
final class Failed extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Failed(String key, Object... arguments) {
        super(key);
        this.problem = new Problem(null, key, List.of(arguments));
    }

    Problem problem() {
        return problem;
    }
}
