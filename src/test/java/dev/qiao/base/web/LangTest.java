package dev.qiao.base.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LangTest {
    private final Lang lang = new Lang(
            Locale.ENGLISH,
            Map.of(
                    "stage.on_hold", "on hold",
                    "moved", "{1} moved {0}",
                    "is", "it is {0:stage}",
                    "tickets", "{0} {0|ticket|tickets}",
                    "odd", "a $1 and a \\ and {x}"),
            true);

    @Test
    void argumentsStandWhereTheTextWantsThem() {
        assertThat(lang.t("moved", "a card", "Zhou")).isEqualTo("Zhou moved a card");
    }

    @Test
    void anArgumentMayBeAWordOfItsOwn() {
        assertThat(lang.t("is", "on_hold")).isEqualTo("it is on hold");
    }

    @Test
    void oneIsNotMany() {
        assertThat(lang.t("tickets", 1)).isEqualTo("1 ticket");
        assertThat(lang.t("tickets", 0)).isEqualTo("0 tickets");
        assertThat(lang.t("tickets", 2)).isEqualTo("2 tickets");
    }

    @Test
    void whatLooksLikeAPatternIsOnlyText() {
        assertThat(lang.t("odd")).isEqualTo("a $1 and a \\ and {x}");
        assertThat(lang.t("moved", "$0", "{0}")).isEqualTo("{0} moved $0");
    }

    @Test
    void aMissingTextIsLoudInTestsAndShowsItsKeyToPeople() {
        assertThatThrownBy(() -> lang.t("nowhere")).hasMessageContaining("nowhere");
        assertThat(new Lang(Locale.ENGLISH, Map.of(), false).t("nowhere")).isEqualTo("nowhere");
    }

    @Test
    void everyReaderGetsTheNearestLanguage() {
        var languages = new Languages(true);
        assertThat(languages.of(null).tag()).isEqualTo("zh-Hans");
        assertThat(languages.of(Locale.forLanguageTag("zh")).tag()).isEqualTo("zh-Hans");
        assertThat(languages.of(Locale.forLanguageTag("zh-SG")).tag()).isEqualTo("zh-Hans");
        assertThat(languages.of(Locale.forLanguageTag("zh-HK")).tag()).isEqualTo("zh-Hant");
        assertThat(languages.of(Locale.forLanguageTag("zh-Hant")).tag()).isEqualTo("zh-Hant");
        assertThat(languages.of(Locale.forLanguageTag("en-GB")).tag()).isEqualTo("en");
        assertThat(languages.of(Locale.forLanguageTag("fr")).tag()).isEqualTo("zh-Hans");
    }
}
