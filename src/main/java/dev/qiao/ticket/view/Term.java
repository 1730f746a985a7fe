package dev.qiao.ticket.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on a ticket. What people put together are tokens ({@link Is}, {@link Between}, {@link Not}), joined by and and or. */
public sealed interface Term {
    /**
     * One of these: codes of words; numbers of people, teams and things, or {@code me}, {@code mine} (my teams) and {@code none}.
     */
    record Is(Field field, List<String> values) implements Term {
        public Is {
            values = List.copyOf(values);
        }
    }

    /** From the one day to the other, both included; null is open. */
    record Between(
            Field field, @Nullable Day from, @Nullable Day to) implements Term {}

    record Not(Term term) implements Term {}

    /** Every one of them; of none: always. */
    record All(List<Term> terms) implements Term {
        public All {
            terms = List.copyOf(terms);
        }
    }

    /** At least one of them. */
    record Any(List<Term> terms) implements Term {
        public Any {
            terms = List.copyOf(terms);
        }
    }
}
