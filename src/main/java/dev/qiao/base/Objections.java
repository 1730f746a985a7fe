package dev.qiao.base;

import dev.qiao.base.Refused.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads field after field and gathers what is wrong with them, so that all of it is said at once. */
public final class Objections {
    private final List<Problem> problems = new ArrayList<>();

    /** What was read, or null where it is invalid; errors of another kind go on at once. */
    public <T> @Nullable T read(Supplier<@Nullable T> field) {
        try {
            return field.get();
        } catch (Refused refused) {
            if (refused.status() != Refused.Status.INVALID) throw refused;
            problems.addAll(refused.problems());
            return null;
        }
    }

    /** Errors: all that was gathered. */
    public void raise() {
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }
}
