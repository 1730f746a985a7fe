package dev.qiao.admin.web;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A setting that is made from outside, to be read.
 *
 * @param name in words
 * @param key as in {@code qiao.yaml}
 * @param variable as in the environment
 * @param value of a secret only whether there is one
 */
public record SettingLine(String name, String key, String variable, String value) {
    /** Those that hold these words, or mean them. */
    static List<SettingLine> of(Settings settings, String words, Page page) {
        return Arrays.stream(Setting.values())
                .filter(setting -> found(words, Stream.of(setting.key(), setting.variable()))
                        || found(
                                words,
                                texts(page, "admin.outside." + setting.key(), "admin.words.outside." + setting.key())))
                .map(setting -> new SettingLine(
                        page.t("admin.outside." + setting.key()),
                        setting.key(),
                        setting.variable(),
                        value(settings, setting, page)))
                .toList();
    }

    /** Whether any of these texts holds the words; no words are found everywhere. */
    static boolean found(String words, Stream<String> texts) {
        var sought = words.strip().toLowerCase(Locale.ROOT);
        return texts.anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    }

    /** The texts of these keys in every language: whoever looks for “port” finds 端口. */
    static Stream<String> texts(Page page, String... keys) {
        return page.languages().stream().flatMap(lang -> Arrays.stream(keys).map(lang::t));
    }

    private static String value(Settings settings, Setting setting, Page page) {
        var value = settings.text(setting);
        if (setting.kind.secret) return page.t(value.isEmpty() ? "admin.secret_unset" : "admin.secret_set");
        return value.isEmpty() ? page.t("admin.nothing") : value;
    }
}
