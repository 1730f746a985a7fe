package dev.qiao.base;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Traditional characters as simplified ones, by ICU's rules. Most texts have nothing to fold, which is seen without the rules. */
final class Simplified {
    /** They take a tenth of a second to load, so they wait for the first Chinese text. */
    private static final Transliterator RULES = Transliterator.getInstance("Traditional-Simplified");

    /** Characters that change alone. */
    private static final BitSet CHARACTERS = new BitSet();

    /** Words that change though none of their characters does alone, such as 沈默. */
    private static final List<String> WORDS = new ArrayList<>();

    static {
        var longer = new ArrayList<String>();
        for (var rule : RULES.toRules(false).split(";", -1)) {
            var sides = rule.split(">", 2);
            var source = sides[0].strip();
            if (sides.length < 2 || source.equals(sides[1].strip())) continue;
            if (source.codePointCount(0, source.length()) == 1) CHARACTERS.set(source.codePointAt(0));
            else longer.add(source);
        }
        longer.stream()
                .filter(word -> word.codePoints().noneMatch(CHARACTERS::get))
                .forEach(WORDS::add);
    }

    private Simplified() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(CHARACTERS::get) && WORDS.stream().noneMatch(text::contains)) return text;
        synchronized (RULES) {
            return RULES.transliterate(text);
        }
    }
}
