package dev.qiao.signal.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            Took 12 s for 3.5 MB ~ Took <*> for <*>
            port 0x1f of fe80::ca:db:12 and 00:ca:fe:db:11:22 ~ port <*> of <*> and <*>
            GET /api/things?id=7 from https://maker.org/x:y, please ~ GET <*> from <*>, please
            open C:\\Users\\kim failed ~ open <*> failed
            mail to kim@maker.org via gate.maker.lan ~ mail to <*> via <*>
            at Store.open(Store.java:12) ~ at Store.open(<*>)
            key cafebabe, not cafe ~ key <*>, not cafe
            sent 18846 bytes (18.4 KB) in <1 sec ~ sent <*> in <*>
            CPU(0) is up, init() was called ~ CPU(<*>) is up, init() was called
            ports [80, 443, 8080] ~ ports [<*>]
            from 10.0.0.7 () at Tue Mar 3 ~ from <*> at <*>
            owner=null, state: none ~ owner=<*>, state: <*>
            tag="View Lock" msg="the lock is held" ~ tag=<*> msg="the lock is held"
            {"level":"warn","msg":"disk full"} ~ {"level":<*>,"msg":"disk full"}
            write enabled.......1 ~ write enabled <*>
            用户登录失败3次，来自10.0.0.7 ~ 用户登录失败<*>次，来自<*>
            """)
    void whatLooksLikeAValueIsOne(String message, String text) {
        assertThat(Template.of(Words.of(message)).text()).isEqualTo(text);
    }

    @Test
    void aListIsOneValueHoweverLongItIs() {
        assertThat(Words.of("nodes 1, 2, 3 lost").texts())
                .isEqualTo(Words.of("nodes 7 lost").texts());
    }

    @Test
    void blanksAndControlsTellNothingApart() {
        assertThat(Words.of("disk\u0000 full\t\u0085now").texts()).containsExactly("disk", "full", "now");
    }

    @Test
    void whatIsTooLongEndsInWhateverFollows() {
        assertThat(Words.of("so ".repeat(1_000)).texts()).hasSize(129).endsWith(Words.REST);
        assertThat(Words.of("x".repeat(1_000_000)).texts()).hasSize(2).endsWith(Words.REST);
        assertThat(Words.of("😀".repeat(10_000)).texts().getFirst()).endsWith("😀");
    }
}
