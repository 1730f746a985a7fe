package dev.qiao.ticket.form;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Matches text against an administrator's pattern within a bounded number of steps: some patterns would take for ever. */
final class Matching {
    private static final int STEPS = 100_000;

    private static final class TooLong extends RuntimeException {
        private TooLong() {
            super(null, null, false, false);
        }
    }

    private Matching() {}

    /** What cannot be decided within the bound does not match. */
    static boolean matches(String pattern, String text) {
        try {
            return Pattern.matches(pattern, new Counted(text, new AtomicInteger(STEPS)));
        } catch (TooLong | StackOverflowError _) {
            return false;
        }
    }

    private record Counted(CharSequence text, AtomicInteger left) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (left.decrementAndGet() < 0) throw new TooLong();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
