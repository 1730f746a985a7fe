package dev.qiao.admin.intake;

import dev.qiao.base.Coded;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What a column of a list of people can hold. */
public enum PeopleColumn implements Coded {
    LOGIN,
    NAME,
    MAIL,
    PHONE,
    TITLE,
    ORGANIZATION;

    private static final Map<PeopleColumn, List<String>> HEADINGS = headings();

    /** Which column is which, by the headings that people use; what is chosen goes before that. */
    public static Map<PeopleColumn, Integer> find(List<String> headings, Map<PeopleColumn, String> chosen) {
        var plain = headings.stream().map(PeopleColumn::plain).toList();
        var found = new EnumMap<PeopleColumn, Integer>(PeopleColumn.class);
        for (var column : values()) {
            var wanted = chosen.get(column);
            var names = wanted == null ? HEADINGS.getOrDefault(column, List.of()) : List.of(plain(wanted));
            names.stream()
                    .map(plain::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .ifPresent(place -> found.put(column, place));
        }
        return found;
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private static Map<PeopleColumn, List<String>> headings() {
        var words = new Properties();
        try (var file = Objects.requireNonNull(PeopleColumn.class.getResourceAsStream("/intake/people.properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var headings = new EnumMap<PeopleColumn, List<String>>(PeopleColumn.class);
        for (var column : values()) {
            headings.put(
                    column,
                    Arrays.stream(words.getProperty(column.code(), "").split(","))
                            .map(PeopleColumn::plain)
                            .toList());
        }
        return headings;
    }
}
