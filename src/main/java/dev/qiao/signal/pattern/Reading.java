package dev.qiao.signal.pattern;

import java.util.Set;

/** Reads a message from left to right, once, and only so far. */
final class Reading {
    private static final int LONGEST = 4_096;
    private static final int MOST = 128;
    private static final int QUOTED = 40;
    /** Keys whose text in quotes is not a value but what the line has to say. */
    private static final Set<String> TELLING = Set.of("msg", "message", "error", "err", "event", "text", "reason");

    private final Words words = new Words();
    private final String line;
    private final int end;
    private int at;
    private boolean gap;

    Reading(String line) {
        this.line = line;
        int longest = Math.min(line.length(), LONGEST);
        this.end = longest > 0 && Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    }

    Words words() {
        while (at < end && words.size() < MOST) {
            char c = line.charAt(at);
            if (Shape.blank(c) || dots()) {
                gap = true;
                at++;
            } else if (!quoted() && !compared(c) && !address()) {
                if (Shape.separator(c)) mark(c);
                else word();
            }
        }
        if (at < line.length()) add(Words.REST);
        return words;
    }

    private void add(String text) {
        words.add(text, gap);
        gap = false;
    }

    /** Dots that lead the eye to a column: {@code enabled.......1}. */
    private boolean dots() {
        return line.charAt(at) == '.' && (next(1) == '.' || (at > 0 && line.charAt(at - 1) == '.'));
    }

    private char next(int ahead) {
        return at + ahead < end ? line.charAt(at + ahead) : ' ';
    }

    private boolean afterKey() {
        return words.endsWith("=") || words.endsWith(":");
    }

    /** A short text in quotes after a key is its value, unless the key says that here is the message. */
    private boolean quoted() {
        if (line.charAt(at) != '"' || !afterKey()) return false;
        var key = words.before(words.before(1).equals("\"") ? 2 : 1);
        int close = line.indexOf('"', at + 1, Math.min(end, at + QUOTED));
        if (close < 0 || TELLING.contains(key)) return false;
        at = close + 1;
        add(Words.VALUE);
        return true;
    }

    /** A sign of comparison before a number belongs to it: {@code <1 sec}. */
    private boolean compared(char c) {
        if ("<>~≤≥≈±".indexOf(c) < 0) return false;
        char before = at > 0 ? line.charAt(at - 1) : ' ';
        if (Character.isLetterOrDigit(before) || "<>=!-_".indexOf(before) >= 0) return false;
        int number = at + (next(1) == ' ' ? 2 : 1);
        int after = number;
        while (after < end && (Character.isLetterOrDigit(line.charAt(after)) || line.charAt(after) == '.')) after++;
        if (after == number || !Character.isDigit(line.charAt(number))) return false;
        if (after < end && line.charAt(after) == '>') return false;
        at = number;
        return true;
    }

    private boolean address() {
        int stop = Shape.groups(line, at, end);
        if (stop == at) stop = Shape.place(line, at, end);
        if (stop == at) return false;
        at = stop;
        add(Words.VALUE);
        return true;
    }

    private void mark(char c) {
        at++;
        add(String.valueOf(c));
    }

    private void word() {
        int start = at;
        boolean ideographs = Shape.ideograph(line.charAt(at));
        while (at < end && inWord(ideographs)) at++;
        var word = line.substring(start, at);
        if (Shape.value(word) || numbered(word) || part(word) || (afterKey() && Shape.nothing(word))) add(Words.VALUE);
        else if (!words.endsWith(Words.VALUE) || !Shape.unit(word)) add(word);
        gap = false;
    }

    private boolean inWord(boolean ideographs) {
        char c = line.charAt(at);
        return !Shape.blank(c)
                && !Shape.separator(c)
                && Shape.ideograph(c) == ideographs
                && !(c == '.' && next(1) == '.');
    }

    /** A host with its port, a file with its line. */
    private boolean numbered(String word) {
        if (!Shape.dotted(word) || next(0) != ':' || !Character.isDigit(next(1))) return false;
        at++;
        while (at < end && Character.isDigit(line.charAt(at))) at++;
        return true;
    }

    private boolean part(String word) {
        return !gap
                && (words.endsWith(":") || words.endsWith("-"))
                && words.before(1).equals(Words.VALUE)
                && Shape.hexPart(word);
    }
}
