package dev.qiao.signal.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What the lines of one pattern have in common: its words, which of them are values that were only learned to be values, and which
 * stand after a blank (for people; it tells no two templates apart).
 */
record Template(List<String> words, BitSet learned, BitSet spaced) {
    private static final String LEARNED = "<?>";

    static Template of(Words words) {
        return new Template(List.copyOf(words.texts()), new BitSet(), (BitSet)
                words.spaced().clone());
    }

    /** The template of whatever has no other. */
    static Template anything() {
        return new Template(List.of(Words.REST), new BitSet(), new BitSet());
    }

    boolean isAnything() {
        return words.size() == 1 && words.getFirst().equals(Words.REST);
    }

    String text() {
        var text = new StringBuilder();
        for (int n = 0; n < words.size(); n++) {
            if (n > 0 && spaced.get(n)) text.append(' ');
            text.append(words.get(n));
        }
        return text.toString();
    }

    boolean covers(List<String> line) {
        for (int n = 0; n < words.size(); n++) {
            if (words.get(n).equals(Words.REST)) return true;
            if (n == line.size()) return false;
            if (!learned.get(n) && !words.get(n).equals(line.get(n))) return false;
        }
        return line.size() == words.size();
    }

    /** Whether each line of another is one of these too. */
    boolean covers(Template other) {
        var narrower = (BitSet) other.learned.clone();
        narrower.andNot(learned);
        return narrower.isEmpty() && covers(other.words);
    }

    /** The same words everywhere but at one place. */
    boolean meets(Template other, int place) {
        if (words.size() != other.words.size()) return false;
        for (int n = 0; n < words.size(); n++) if (n != place && !words.get(n).equals(other.words.get(n))) return false;
        return true;
    }

    /** The part of the words that say something, 0 to 1, in which two templates of one length are the same. */
    double alike(Template other) {
        int same = 0;
        int all = 0;
        for (int n = 0; n < words.size(); n++) {
            if (!Words.says(words.get(n)) && !Words.says(other.words.get(n))) continue;
            all++;
            if (words.get(n).equals(other.words.get(n))) same++;
        }
        return all == 0 ? 0 : (double) same / all;
    }

    /** Covers what either covers, if they are of one length: where they differ is a value. */
    Template join(Template other) {
        var open = (BitSet) learned.clone();
        open.or(other.learned);
        var joined = new ArrayList<>(words);
        for (int n = 0; n < words.size(); n++)
            if (!words.get(n).equals(other.words.get(n))) {
                open.set(n);
                joined.set(n, Words.VALUE);
            }
        return new Template(List.copyOf(joined), open, spaced);
    }

    /** As one text, for {@link Memory.Kept}. */
    String written() {
        var rows = new ArrayList<String>();
        for (int n = 0; n < words.size(); n++)
            rows.add((spaced.get(n) ? " " : "") + (learned.get(n) ? LEARNED : words.get(n)));
        return String.join("\n", rows);
    }

    static Template read(String written) {
        var words = new ArrayList<String>();
        var learned = new BitSet();
        var spaced = new BitSet();
        for (var row : written.isEmpty() ? List.<String>of() : written.lines().toList()) {
            spaced.set(words.size(), row.startsWith(" "));
            learned.set(words.size(), row.strip().equals(LEARNED));
            var word = row.startsWith(" ") ? row.substring(1) : row;
            words.add(word.equals(LEARNED) ? Words.VALUE : word);
        }
        return new Template(List.copyOf(words), learned, spaced);
    }
}
