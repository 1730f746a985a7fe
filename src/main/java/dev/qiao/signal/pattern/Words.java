package dev.qiao.signal.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A message as the miner reads it: its words in order, {@link #VALUE} for each that says a value. Lists and addresses are one value
 * however many parts they have, so that lines of one kind have the same number of words.
 */
final class Words {
    static final String VALUE = "<*>";
    /** The last word of what was too long: it stands for anything that may follow. */
    static final String REST = "…";

    private static final String JOINTS = ":,=/.<>-";
    private static final String OPENING = "([{<";
    private static final String CLOSING = ")]}>";

    private final List<String> texts = new ArrayList<>();
    private final BitSet spaced = new BitSet();

    static Words of(String message) {
        return new Reading(message).words();
    }

    /** Whether a word is more than a value or a mark between words. */
    static boolean says(String word) {
        return !word.equals(VALUE) && !word.equals(REST) && !(word.length() == 1 && Shape.separator(word.charAt(0)));
    }

    List<String> texts() {
        return texts;
    }

    /** Which words stand after a blank. */
    BitSet spaced() {
        return spaced;
    }

    int size() {
        return texts.size();
    }

    boolean endsWith(String text) {
        return !texts.isEmpty() && texts.getLast().equals(text);
    }

    /** The word before so many at the end, or nothing. */
    String before(int last) {
        int place = texts.size() - 1 - last;
        return place < 0 ? "" : texts.get(place);
    }

    void add(String text, boolean gap) {
        if (text.equals(VALUE) && joined()) return;
        spaced.set(texts.size(), gap);
        texts.add(text);
        if (text.length() == 1 && CLOSING.contains(text)) close(CLOSING.indexOf(text));
    }

    /** A value after a value, with no more between them than what joins the parts of a list or of an address, goes up in it. */
    private boolean joined() {
        int last = texts.size();
        while (last > 0 && texts.get(last - 1).chars().allMatch(c -> JOINTS.indexOf(c) >= 0)) last--;
        if (last == 0 || !texts.get(last - 1).equals(VALUE)) return false;
        drop(last);
        return true;
    }

    /** What stands in brackets and is a value, or nothing, belongs to what stands before them: {@code 18846 (18.4 KB)}, {@code CPU(0)}. */
    private void close(int kind) {
        int open = texts.size() - 2;
        boolean empty = !before(1).equals(VALUE);
        if (!empty) open--;
        if (open < 0 || texts.get(open).charAt(0) != OPENING.charAt(kind)) return;
        var before = open == 0 ? "" : texts.get(open - 1);
        boolean listing = kind < 2;
        if (listing && before.equals(VALUE)) drop(open);
        else if (kind != 1 && named(open, before)) {
            var inside = String.join("", texts.subList(open, texts.size()));
            drop(open);
            texts.set(open - 1, before + inside);
        } else if (listing && empty) {
            boolean gap = spaced.get(open);
            drop(open);
            add(VALUE, gap);
        }
    }

    private boolean named(int open, String before) {
        return !before.isEmpty() && !spaced.get(open) && !Shape.separator(before.charAt(before.length() - 1));
    }

    private void drop(int size) {
        texts.subList(size, texts.size()).clear();
        spaced.clear(size, Math.max(size, spaced.length()));
    }
}
