package dev.qiao.base;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.BitSet;

/** Traditional characters as simplified ones, by ICU's rules. Most texts have nothing to fold, which is seen without the rules. */
final class Simplified {
    /** They take a tenth of a second to load, so they wait for the first Chinese text. */
    private static final Transliterator RULES = Transliterator.getInstance("Traditional-Simplified");

    /** Each rule that changes anything needs one of these. */
    private static final BitSet STIRRING = stirring();

    private Simplified() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(STIRRING::get)) return text;
        synchronized (RULES) {
            return RULES.transliterate(text);
        }
    }

    /** The characters that change alone; of rules for several, such as 沈默, that have none of them, the first. */
    private static BitSet stirring() {
        var found = new BitSet();
        var longer = new ArrayList<int[]>();
        for (var rule : RULES.toRules(false).split(";")) {
            var sides = rule.split("[<>→←↔]+", 2);
            var source = sides[0].codePoints().filter(Character::isIdeographic).toArray();
            if (source.length == 1) found.set(source[0]);
            else if (source.length > 1) longer.add(source);
        }
        for (var source : longer) {
            boolean known = false;
            for (int character : source) known |= found.get(character);
            if (!known) found.set(source[0]);
        }
        return found;
    }
}
