package dev.qiao.base.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language. Placeholders: {@code {0}} is an argument as it is, {@code {0:ticket.stage}} the word behind the key
 * {@code ticket.stage.<argument>}, {@code {0|ticket|tickets}} the first word for one, the second for any other number.
 */
public final class Lang {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([a-z_.]+)|\\|([^|}]*)\\|([^}]*))?}");

    private final Locale locale;
    private final Map<String, String> texts;
    private final boolean loud;

    Lang(Locale locale, Map<String, String> texts, boolean loud) {
        this.locale = locale;
        this.texts = Map.copyOf(texts);
        this.loud = loud;
    }

    public Locale locale() {
        return locale;
    }

    /** As HTML wants it: the script matters more than the country. */
    public String tag() {
        return switch (locale.toLanguageTag()) {
            case "zh-TW" -> "zh-Hant";
            case "en" -> "en";
            default -> "zh-Hans";
        };
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** Errors: an unknown key throws in tests; to a person it shows itself. */
    public String t(String key, @Nullable Object... arguments) {
        return t(key, java.util.Arrays.asList(arguments));
    }

    public String t(String key, List<? extends @Nullable Object> arguments) {
        var text = texts.get(key);
        if (text == null) return missing(key);
        return text.indexOf('{') < 0 ? text : PLACE.matcher(text).replaceAll(place -> fill(place, arguments));
    }

    private String fill(java.util.regex.MatchResult place, List<? extends @Nullable Object> arguments) {
        int index = Integer.parseInt(place.group(1));
        var argument = index < arguments.size() ? String.valueOf(arguments.get(index)) : place.group();
        var filled = place.group(2) != null
                ? t(place.group(2) + "." + argument)
                : place.group(3) != null ? argument.equals("1") ? place.group(3) : place.group(4) : argument;
        return Matcher.quoteReplacement(filled);
    }

    private String missing(String key) {
        if (loud) throw new IllegalStateException("no text for " + key + " in " + locale.toLanguageTag());
        return key;
    }

    /** All texts whose key starts so, without that start. */
    public Map<String, String> under(String prefix) {
        var found = new java.util.TreeMap<String, String>();
        texts.forEach((key, text) -> {
            if (key.startsWith(prefix)) found.put(key.substring(prefix.length()), text);
        });
        return found;
    }

    java.util.Set<String> keys() {
        return texts.keySet();
    }
}
