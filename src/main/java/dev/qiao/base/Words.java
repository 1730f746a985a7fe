package dev.qiao.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into what search compares: words of Latin script, overlapping pairs of Chinese characters, traditional folded to
 * simplified, synonyms of the trade brought to one word.
 */
public final class Words {
    /** Enough for the longest description; what follows is not searched. */
    private static final int LONGEST = 50_000;

    private static final int LONGEST_WORD = 64;

    /** Of all words of a text, in bytes: a tsvector holds a megabyte. What does not fit is not searched. */
    private static final int MOST_BYTES = 240_000;

    private static final Map<String, String> SYNONYMS =
            Map.of("口令", "密码", "电邮", "邮件", "邮箱", "邮件", "死机", "卡死", "断网", "断线");

    private static final Analyzer PAIRS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            return new TokenStreamComponents(
                    source, new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(source)), 0xff, true));
        }
    };

    private Words() {}

    private record Token(String text, int from, int to, boolean single) {}

    /** The words to be stored, separated by blanks, each once, as many as fit. */
    public static String stored(@Nullable String... texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) if (text != null && !text.isBlank()) words.addAll(kept(tokens(text)));
        var fitting = new StringJoiner(" ");
        int bytes = 0;
        for (var word : words) {
            bytes += word.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) break;
            fitting.add(word);
        }
        return fitting.toString();
    }

    /**
     * The tsquery that finds what somebody typed: all of its words; a Latin word and a lone character also as a beginning. Null when
     * there is nothing in it to look for.
     */
    public static @Nullable String query(String typed) {
        var words = kept(tokens(typed.length() > 200 ? typed.substring(0, 200) : typed));
        boolean pairs = words.stream().anyMatch(Words::pair);
        var asked = words.stream()
                .filter(word -> !pairs || !lone(word))
                .limit(30)
                .map(Words::term)
                .collect(Collectors.joining(" & "));
        return asked.isEmpty() ? null : asked;
    }

    private static String term(String word) {
        var quoted = "'" + word.replace("'", "''").replace("\\", "\\\\") + "'";
        return pair(word) ? quoted : quoted + ":*";
    }

    private static boolean pair(String word) {
        return word.codePointCount(0, word.length()) == 2 && Character.isIdeographic(word.codePointAt(0));
    }

    private static boolean lone(String word) {
        return word.codePointCount(0, word.length()) == 1 && Character.isIdeographic(word.codePointAt(0));
    }

    /** Pairs, words, and of the single characters only the last of a run: the others begin a pair. */
    private static Set<String> kept(List<Token> tokens) {
        var starts = tokens.stream().filter(Token::single).map(Token::from).collect(Collectors.toSet());
        return tokens.stream()
                .filter(t -> !t.single() || !starts.contains(t.to()))
                .map(Token::text)
                .map(word -> SYNONYMS.getOrDefault(word, word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Token> tokens(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var folded = cut.codePoints().anyMatch(Character::isIdeographic) ? Simplified.of(cut) : cut;
        try (var stream = PAIRS.tokenStream("text", folded)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var type = stream.addAttribute(TypeAttribute.class);
            var tokens = new ArrayList<Token>();
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() > LONGEST_WORD) continue;
                tokens.add(new Token(
                        term.toString(),
                        offset.startOffset(),
                        offset.endOffset(),
                        type.type().equals(CJKBigramFilter.SINGLE_TYPE)));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
