package dev.qiao.base.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path data;

    @Test
    void withoutAnythingTheStandardHolds() {
        var settings = SettingsSource.read(data, Map.of("PATH", "/bin"));
        assertThat(settings.number(Setting.PORT)).isEqualTo(8080);
        assertThat(settings.given(Setting.SMTP_URL)).isEmpty();
    }

    @Test
    void theFileIsReadNestedOrFlat() throws IOException {
        file("""
                port: 9000
                trusted:
                  proxies: [10.0.0.7, 10.1.0.0/16]
                """);
        var settings = SettingsSource.read(data, Map.of());
        assertThat(settings.number(Setting.PORT)).isEqualTo(9000);
        assertThat(settings.list(Setting.TRUSTED_PROXIES)).containsExactly("10.0.0.7", "10.1.0.0/16");
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        file("port: 9000");
        assertThat(SettingsSource.read(data, Map.of("QIAO_PORT", "9001")).number(Setting.PORT))
                .isEqualTo(9001);
    }

    @Test
    void everythingUnknownOrWrongIsNamedAtOnce() throws IOException {
        file("prot: 9000\nworkers: perhaps");
        assertThatThrownBy(() -> SettingsSource.read(data, Map.of("QIAO_SMPT_URL", "smtp://x", "QIAO_PORT", "many")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("unknown setting `prot`")
                .hasMessageContaining("workers: expected true or false, not `perhaps`")
                .hasMessageContaining("unknown setting `QIAO_SMPT_URL`")
                .hasMessageContaining("QIAO_PORT: expected a whole number, 0 or more, not `many`");
    }

    @Test
    void theJournalIsKeptHalfAYearAtLeastOrForEver() {
        assertThat(SettingsSource.read(data, Map.of()).number(Setting.JOURNAL_DAYS))
                .isZero();
        for (var days : new String[] {"180", "199", "365", "3650"})
            assertThat(SettingsSource.read(data, Map.of("QIAO_JOURNAL_DAYS", days))
                            .number(Setting.JOURNAL_DAYS))
                    .isEqualTo(Integer.parseInt(days));
        for (var days : new String[] {"1", "90", "179", "-1", "0180"})
            assertThatThrownBy(() -> SettingsSource.read(data, Map.of("QIAO_JOURNAL_DAYS", days)))
                    .hasMessageContaining("QIAO_JOURNAL_DAYS: expected 0 for ever, or a number of days from 180");
    }

    @Test
    void anAddressThatLeadsNowhereIsNamed() {
        var wrong = Map.of(
                "QIAO_SMTP_URL", "smtp://mail.example.org:notaport",
                "QIAO_PUBLIC_URL", "https://[bad",
                "QIAO_MAIL_FROM", "<x@y");
        assertThatThrownBy(() -> SettingsSource.read(data, wrong))
                .hasMessageContaining("QIAO_SMTP_URL: expected an address such as smtp://")
                .hasMessageContaining("QIAO_PUBLIC_URL: expected an address such as https://")
                .hasMessageContaining("QIAO_MAIL_FROM: expected an address such as desk@");
        assertThatThrownBy(() -> SettingsSource.read(data, Map.of("QIAO_SMTP_URL", "smtp://me:p%ZZ@mail.example.org")))
                .hasMessageContaining("QIAO_SMTP_URL");
        SettingsSource.read(data, Map.of("QIAO_SMTP_URL", "smtps://me%40home:p%20w@mail:465", "QIAO_MAIL_FROM", "a@b"));
    }

    @Test
    void brokenYamlIsSaidInWords() throws IOException {
        file("port: [");
        assertThatThrownBy(() -> SettingsSource.read(data, Map.of()))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aWrongSecretIsNamedButNotShown() {
        assertThatThrownBy(() -> SettingsSource.read(data, Map.of("QIAO_SMTP_URL", "me:hush@mail")))
                .hasMessageContaining("QIAO_SMTP_URL: expected an address such as smtp://")
                .hasMessageNotContaining("hush");
    }

    @Test
    void secretsAreNotPrinted() {
        var settings = SettingsSource.read(data, Map.of("QIAO_SMTP_URL", "smtp://me:hush@mail"));
        assertThat(settings.toString()).doesNotContain("hush");
    }

    private void file(String text) throws IOException {
        Files.writeString(data.resolve("qiao.yaml"), text);
    }
}
