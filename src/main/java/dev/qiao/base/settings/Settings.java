package dev.qiao.base.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of this run and its data folder. */
public final class Settings {
    private final Path data;
    private final Map<Setting, String> values;

    Settings(Path data, Map<Setting, String> values) {
        this.data = data;
        this.values = new EnumMap<>(Setting.class);
        this.values.putAll(values);
    }

    /** Where everything that must last is kept: database, attachments, {@code qiao.yaml}. */
    public Path data() {
        return data;
    }

    /** The value, or the standard one; may be empty. */
    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.standard);
    }

    /** The value, if there is one that is not empty. */
    public Optional<String> given(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    public List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The same with some values replaced, as the command line does. */
    public Settings with(Map<Setting, String> others) {
        var all = new EnumMap<>(values);
        all.putAll(others);
        return new Settings(data, all);
    }

    /** Nothing of it is printed: some of it is secret. */
    @Override
    public String toString() {
        return "Settings[" + data + "]";
    }
}
