package dev.qiao.base.web;

import dev.qiao.base.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things with a name and a page of their own, for the command palette: a room contributes one beside its menu entry.
 *
 * @param head message key of the word above them
 * @param icon symbol of icons.svg, without {@code i-}
 * @param open whether this reader may open their pages; the others are not asked for
 */
public record Shelf(int place, String head, String icon, Predicate<Page> open, Function<Page, Stream<Thing>> things)
        implements Finder {
    private static final String PAGES = "base.palette.pages";
    private static final int MOST = 6;

    /**
     * One of them.
     *
     * @param code by which it is known besides; null: by its name alone
     */
    public record Thing(String name, @Nullable String code, String path) {}

    /** Those whom one of these permissions lets in. */
    public static Predicate<Page> any(Permission... permissions) {
        return page -> Stream.of(permissions).anyMatch(page::may);
    }

    /** Pages that stand in no menu, by the message key of their word. */
    public static Shelf pages(Predicate<Page> open, Map<String, String> paths) {
        return new Shelf(
                901,
                PAGES,
                "arrow-up-right",
                open,
                page -> paths.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(entry -> new Thing(page.t(entry.getKey()), null, entry.getValue())));
    }

    @Override
    public boolean configures() {
        return true;
    }

    /** A handful whose name or code holds what was typed; those that begin with it first. */
    @Override
    public List<Found> find(String typed, Page page) {
        var sought = plain(typed);
        if (sought.isEmpty() || !open.test(page)) return List.of();
        return things.apply(page)
                .filter(thing ->
                        plain(thing.name()).contains(sought) || code(thing).contains(sought))
                .sorted(Comparator.comparing(thing ->
                        !plain(thing.name()).startsWith(sought) && !code(thing).startsWith(sought)))
                .limit(MOST)
                .map(thing -> new Found(thing.name(), thing.code(), icon, thing.path()))
                .toList();
    }

    private static String code(Thing thing) {
        return thing.code() == null ? "" : plain(thing.code());
    }

    /** So that {@code smtp.url} finds {@code QIAO_SMTP_URL}. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s._:·-]+", "");
    }
}
