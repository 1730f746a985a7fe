package dev.qiao.sla.ladder;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;

/** A moment in the life of a promise: {@code p75}, so many percent of its budget; {@code b30} and {@code a15}, minutes before and after it is due. */
public record Mark(Basis basis, int amount) {
    /** What the amount counts. */
    public enum Basis implements Coded {
        PERCENT,
        BEFORE,
        AFTER;

        private char letter() {
            return code().charAt(0);
        }
    }

    private static final int WHOLE = 100;
    private static final int LONGEST_MINUTES = 7 * 24 * 60;

    public static final Mark DUE = new Mark(Basis.PERCENT, WHOLE);

    /** Reads {@code p75}, {@code b30} or {@code a15}. Errors: illegal argument. */
    public static Mark of(String code) {
        for (var basis : Basis.values()) {
            if (code.charAt(0) == basis.letter()) return new Mark(basis, Integer.parseInt(code.substring(1)));
        }
        throw new IllegalArgumentException(code);
    }

    public String code() {
        return basis.letter() + String.valueOf(amount);
    }

    /** Whether the promise is over by then. */
    public boolean due() {
        return basis == Basis.AFTER || equals(DUE);
    }

    /** Errors: no percentage, or not between a minute and a week. */
    public Mark checked(String field) {
        int most = basis == Basis.PERCENT ? WHOLE : LONGEST_MINUTES;
        if (amount < 1 || amount > most) throw Refused.invalid(field, "sla.rung_range", WHOLE, LONGEST_MINUTES);
        return this;
    }
}
