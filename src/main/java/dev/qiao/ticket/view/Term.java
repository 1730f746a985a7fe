package dev.qiao.ticket.view;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on a ticket. What people put together are tokens ({@link Is}, {@link Between}, {@link Not}), joined by and and or. */
public sealed interface Term {
    /**
     * One of these: codes of words; numbers of people, teams and things, or {@code me}, {@code mine} (my teams) and {@code none}.
     *
     * @param codes the same as people and programs know them, in an address: logins and codes in place of numbers
     */
    record Is(Field field, List<String> values, List<String> codes) implements Term {
        public Is {
            values = List.copyOf(values);
            codes = List.copyOf(codes);
        }

        public Is(Field field, List<String> values) {
            this(field, values, values);
        }

        /** Something that has a number and a code. */
        public static Is of(Field field, long id, String code) {
            return new Is(field, List.of(Long.toString(id)), List.of(code));
        }

        /** One of these or of those. */
        public Is or(Is other) {
            var both = new LinkedHashMap<String, String>();
            for (var one : List.of(this, other))
                for (int n = 0; n < one.values.size(); n++) both.putIfAbsent(one.values.get(n), one.codes.get(n));
            return new Is(field, List.copyOf(both.keySet()), List.copyOf(both.values()));
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
