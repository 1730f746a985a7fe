package dev.qiao.ticket.web.queue;

import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Term;
import dev.qiao.ticket.view.Term.All;
import dev.qiao.ticket.view.Term.Is;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions that somebody adds to a list.
 *
 * @param into {@code all}: they must hold too; {@code t0}, {@code t1}, …: they may hold in place of that token; {@code new}: in place
 *     of everything, as one more possibility; {@code 0}, {@code 1}, …: they must hold too where that possibility is looked at
 * @param unknown what somebody typed and nobody knows, to be said on the page
 */
record Added(List<Term> tokens, String into, Map<String, String> unknown) {
    /** Whether a parameter is of the panel and not of the list. */
    static boolean asks(String name) {
        return name.equals("add") || name.equals("into") || name.equals("not") || name.startsWith("new.");
    }

    Lens to(Lens lens) {
        if (tokens.isEmpty()) return lens;
        var any = new ArrayList<>(lens.any());
        if (into.equals("new")) return possible(lens, any);
        if (into.matches("t\\d{1,2}") && any.isEmpty() && number(1) < lens.all().size())
            return instead(lens, number(1));
        if (into.matches("\\d") && number(0) < any.size()) {
            any.set(number(0), new All(both(any.get(number(0)).terms(), tokens)));
            return lens.with(lens.all(), any);
        }
        return lens.with(both(lens.all(), tokens), any);
    }

    private int number(int from) {
        return Integer.parseInt(into.substring(from));
    }

    /** What held until now becomes the first possibility. */
    private Lens possible(Lens lens, List<All> any) {
        if (any.isEmpty() && lens.all().isEmpty()) return lens.with(tokens, any);
        if (!any.isEmpty()) return lens.with(lens.all(), both(any, List.of(new All(tokens))));
        return lens.with(List.of(), List.of(new All(lens.all()), new All(tokens)));
    }

    private Lens instead(Lens lens, int place) {
        var rest = new ArrayList<>(lens.all());
        var old = rest.get(place);
        if (tokens.size() == 1
                && old instanceof Is one
                && tokens.getFirst() instanceof Is other
                && one.field() == other.field()) {
            rest.set(place, one.or(other));
            return lens.with(rest, List.of());
        }
        rest.remove(place);
        return lens.with(rest, List.of(new All(List.of(old)), new All(tokens)));
    }

    private static <T> List<T> both(List<? extends T> some, List<? extends T> more) {
        return Stream.<T>concat(some.stream(), more.stream()).toList();
    }

    /** What is not known stands in the address as it was typed; the page says that it did not help. */
    String unknown(String path) {
        var text = unknown.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + text;
    }
}
