package dev.qiao.base.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code qiao.yaml} and the environment, which wins; names everything in them that is unknown or wrong. */
public final class SettingsSource {
    private final List<String> problems = new ArrayList<>();
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    private SettingsSource() {}

    /** Errors: {@link WrongSettings}, with all problems at once. */
    public static Settings read(Path data, Map<String, String> environment) {
        var source = new SettingsSource();
        source.readFile(data.resolve("qiao.yaml"));
        source.readEnvironment(environment);
        if (!source.problems.isEmpty()) throw new WrongSettings(source.problems);
        return new Settings(data, source.values);
    }

    private void readFile(Path file) {
        if (!Files.exists(file)) return;
        try (var reader = Files.newBufferedReader(file)) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (tree == null) return;
            if (!(tree instanceof Map<?, ?> map)) {
                problems.add(file + ": expected lines such as `port: 8080`");
                return;
            }
            var flat = new TreeMap<String, String>();
            flatten("", map, flat);
            flat.forEach((key, value) -> Setting.ofKey(key)
                    .ifPresentOrElse(
                            setting -> put(setting, file + ": " + key, value),
                            () -> problems.add(file + ": unknown setting `" + key + "`")));
        } catch (IOException | YAMLException e) {
            problems.add(file + " cannot be read: " + e.getMessage());
        }
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, String> flat) {
        map.forEach((key, value) -> {
            var name = prefix + key;
            if (value instanceof Map<?, ?> inner) flatten(name + ".", inner, flat);
            else if (value instanceof List<?> list)
                flat.put(
                        name,
                        String.join(",", list.stream().map(String::valueOf).toList()));
            else flat.put(name, value == null ? "" : value.toString());
        });
    }

    private void readEnvironment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (!variable.startsWith("QIAO_")) return;
            Setting.ofVariable(variable)
                    .ifPresentOrElse(
                            setting -> put(setting, variable, value),
                            () -> problems.add("environment: unknown setting `" + variable + "`"));
        });
    }

    private void put(Setting setting, String where, String value) {
        var kind = setting.kind;
        if (kind.fits(value.strip())) values.put(setting, value.strip());
        else problems.add(where + ": expected " + kind.expected + (kind.secret ? "" : ", not `" + value + "`"));
    }
}
