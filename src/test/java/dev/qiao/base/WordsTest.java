package dev.qiao.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void chineseIsCutIntoOverlappingPairs() {
        assertThat(Words.stored("打印机卡纸").split(" ")).containsExactlyInAnyOrder("打印", "印机", "机卡", "卡纸", "纸");
    }

    @Test
    void traditionalAndSimplifiedAreTheSame() {
        assertThat(Words.query("網絡")).isEqualTo(Words.query("网络"));
    }

    @Test
    void whatIsSeenWithoutTheRulesIsWhatTheRulesWouldSay() {
        var rules = Transliterator.getInstance("Traditional-Simplified");
        var characters = rules.toRules(false)
                .codePoints()
                .filter(Character::isIdeographic)
                .distinct()
                .toArray();
        var random = new Random(7);
        var words = Stream.of(rules.toRules(false).split(";")).map(rule -> rule.split("[<>]")[0].strip());
        var mixed = Stream.generate(() -> random.ints(12, 0, characters.length)
                        .map(n -> characters[n])
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .limit(2_000);
        assertThat(Stream.concat(words, mixed))
                .allSatisfy(text -> assertThat(Simplified.of(text)).isEqualTo(rules.transliterate(text)));
    }

    @Test
    void aPairIsAskedForExactlyAndALatinWordAlsoAsABeginning() {
        assertThat(Words.query("VPN 打不开")).isEqualTo("'vpn':* & '打不' & '不开'");
    }

    @Test
    void aSingleCharacterIsFoundWhereverItStands() {
        assertThat(Words.query("坏")).isEqualTo("'坏':*");
        assertThat(Words.stored("打印机坏")).contains("坏");
    }

    @Test
    void synonymsOfTheTradeBecomeOneWord() {
        assertThat(Words.stored("口令").split(" ")).contains("密码");
        assertThat(Words.query("口令")).contains("'密码'");
    }

    @Test
    void quotesAndOperatorsDoNoHarm() {
        assertThat(Words.query("a'b & !c | (d):*")).doesNotContain("!").doesNotContain("|");
        assertThat(Words.query("  ?!  ")).isNull();
    }
}
