package dev.qiao.ticket.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlineTest {
    @Test
    void itIsTheFirstSentence() {
        assertThat(Headline.of("打印机一直卡纸。下午要交材料，急。")).isEqualTo("打印机一直卡纸");
        assertThat(Headline.of("The printer jams. I need it at 2.5 pm.")).isEqualTo("The printer jams");
        assertThat(Headline.of("登录不上\n试了三次")).isEqualTo("登录不上");
    }

    @Test
    void aQuestionStaysOne() {
        assertThat(Headline.of("怎么开通VPN？我下周出差")).isEqualTo("怎么开通VPN？");
    }

    @Test
    void aPointInsideANumberEndsNothing() {
        assertThat(Headline.of("升级到3.14以后打不开")).isEqualTo("升级到3.14以后打不开");
    }

    @Test
    void whatIsTooLongEndsAtAPauseOrInTheMiddle() {
        var start = "今天早上九点开始财务系统就一直打不开而且整个三楼的同事都一样";
        assertThat(Headline.of(start + "，" + "我们试了重启和换浏览器都没有用请尽快派人来看一下谢谢大家辛苦了")).isEqualTo(start);
        assertThat(Headline.of("坏".repeat(80))).isEqualTo("坏".repeat(59) + "…");
    }

    @Test
    void surrogatesStayWhole() {
        assertThat(Headline.of("😀".repeat(70))).isEqualTo("😀".repeat(59) + "…");
    }
}
