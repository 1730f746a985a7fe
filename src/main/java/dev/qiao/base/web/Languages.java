package dev.qiao.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages of the desk, read from {@code messages/<language>/<room>.properties} of all rooms; a noun with many texts has a file of its own. */
@Component
public class Languages {
    private static final List<Locale> KNOWN =
            List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);

    private static final Set<String> SPOKEN = Set.of("zh", "en");

    private final Map<Locale, Lang> all = new LinkedHashMap<>();

    Languages(@Value("${qiao.loud:false}") boolean loud) {
        KNOWN.forEach(locale -> all.put(locale, new Lang(locale, read(locale), loud)));
    }

    /** As they are shipped, for whoever speaks without the house. */
    public static Languages shipped() {
        return new Languages(false);
    }

    /** The language of these words, or the nearest that we speak; Simplified Chinese when there is none. */
    public Lang of(@Nullable Locale wanted) {
        var known = wanted == null ? Locale.SIMPLIFIED_CHINESE : nearest(wanted);
        return java.util.Objects.requireNonNull(all.get(known));
    }

    /** Of the languages that the browser takes, the first that we speak; else its first. Null when it says nothing. */
    public static @Nullable Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return null;
        var wanted = Collections.list(request.getLocales());
        return wanted.stream()
                .filter(locale -> SPOKEN.contains(locale.getLanguage()))
                .findFirst()
                .orElse(wanted.getFirst());
    }

    public Collection<Lang> all() {
        return all.values();
    }

    private static Locale nearest(Locale wanted) {
        if (wanted.getLanguage().equals("en")) return Locale.ENGLISH;
        boolean traditional = wanted.getScript().equals("Hant")
                || (wanted.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(wanted.getCountry()));
        return traditional ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE;
    }

    private static Map<String, String> read(Locale locale) {
        var texts = new HashMap<String, String>();
        try {
            var pattern = "classpath*:messages/" + locale + "/*.properties";
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var words = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
                words.forEach((key, text) -> {
                    if (texts.put((String) key, (String) text) != null)
                        throw new IllegalStateException("two texts for " + key + " in " + file.getFilename());
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
