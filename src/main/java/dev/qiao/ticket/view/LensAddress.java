package dev.qiao.ticket.view;

import dev.qiao.base.Coded;
import dev.qiao.ticket.Queue.Group;
import dev.qiao.ticket.Queue.Sort;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.view.Lens.Column;
import dev.qiao.ticket.view.Term.All;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list. Plain parameters must all hold ({@code priority=urgent&team=network}); each {@code or} is an alternative
 * ({@code or=priority:urgent;team:network&or=assignee:none}). Reading refuses nothing: what it does not know, it says.
 */
final class LensAddress {
    private static final int LONGEST = 100;
    private static final int STRANGE = 20;
    private static final int TOKENS = 16;
    private static final int ALTERNATIVES = 8;
    /** Of the page around the list, not of the list. */
    private static final Set<String> ASIDE = Set.of("saved", "after", "under", "by", "month", "format", "name");

    private final Token.Known known;
    private final List<String> strange = new ArrayList<>();

    private LensAddress(Token.Known known) {
        this.known = known;
    }

    static Lens read(Map<String, List<String>> parameters, Token.Known known) {
        return new LensAddress(known).lens(parameters);
    }

    private Lens lens(Map<String, List<String>> parameters) {
        var all = new ArrayList<Term>();
        var any = new ArrayList<All>();
        var columns = new ArrayList<Column>();
        View view = View.OPEN;
        Sort sort = Sort.DUE;
        Group group = Group.NONE;
        String words = null;
        for (var parameter : parameters.entrySet()) {
            var name = parameter.getKey();
            var values = parameter.getValue().stream().filter(Objects::nonNull).toList();
            var text = String.join(",", values).strip();
            if (text.isEmpty() || ASIDE.contains(name)) continue;
            switch (name) {
                case "view" -> view = word(View.class, name, text).orElse(view);
                case "sort" -> sort = word(Sort.class, name, text).orElse(sort);
                case "group" -> group = word(Group.class, name, text).orElse(group);
                case "q" -> words = text;
                case "or" -> values.forEach(value -> alternative(value, any));
                case "cols" ->
                    Arrays.stream(text.split(","))
                            .distinct()
                            .forEach(code -> word(Column.class, name, code).ifPresent(columns::add));
                default -> tokens(name, values, all);
            }
        }
        return new Lens(view, words, all, any, sorted(columns), sort, group, strange);
    }

    private static List<Column> sorted(List<Column> columns) {
        var sorted = columns.stream().sorted().toList();
        return sorted.equals(Lens.USUAL) ? List.of() : sorted;
    }

    private void alternative(String text, List<All> any) {
        var terms = new ArrayList<Term>();
        for (var part : text.split(";", -1)) {
            var at = part.indexOf(':');
            if (at > 0)
                token(part.substring(0, at).strip(), part.substring(at + 1).strip(), terms);
            else if (!part.isBlank()) say("or=" + part);
        }
        if (terms.isEmpty()) return;
        if (any.size() < ALTERNATIVES) any.add(new All(terms));
        else say("or=" + text);
    }

    /** A name that is there twice means one or the other; what is denied, dated or can be had twice stands for itself. */
    private void tokens(String name, List<String> values, List<Term> into) {
        boolean alone = Field.of(name)
                .filter(f -> f.sort() == Field.Sort.DAY || f.sort() == Field.Sort.TEXT)
                .isPresent();
        var together = values.stream()
                .filter(value -> !alone && !value.startsWith("!"))
                .collect(Collectors.joining(","));
        if (!together.isBlank()) token(name, together, into);
        values.stream()
                .filter(value -> !value.isBlank() && (alone || value.startsWith("!")))
                .forEach(value -> token(name, value.strip(), into));
    }

    private void token(String name, String text, List<Term> into) {
        var field = Field.of(name);
        if (field.isEmpty() || into.size() >= TOKENS) {
            say(name + "=" + text);
            return;
        }
        var token = Token.read(field.get(), text, known);
        token.strange().forEach(this::say);
        token.term().ifPresent(into::add);
    }

    private <E extends Enum<E> & Coded> Optional<E> word(Class<E> type, String name, String code) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(e -> e.code().equals(code))
                .findFirst();
        if (found.isEmpty()) say(name + "=" + code);
        return found;
    }

    private void say(String text) {
        if (strange.size() < STRANGE) strange.add(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    /** One token alone, as {@code priority:urgent}. */
    static Optional<Term> token(String text, Token.Known known) {
        var reader = new LensAddress(known);
        var into = new ArrayList<Term>();
        var at = text.indexOf(':');
        if (at > 0) reader.token(text.substring(0, at), text.substring(at + 1), into);
        return into.stream().findFirst();
    }

    static Map<String, List<String>> parameters(Lens lens) {
        var all = new LinkedHashMap<String, List<String>>();
        put(all, "view", lens.view() == View.OPEN ? null : lens.view().code());
        put(all, "q", lens.words());
        lens.all().stream()
                .sorted(java.util.Comparator.comparing(Token::field))
                .forEach(token -> put(all, Token.field(token).code(), Token.write(token)));
        lens.any().forEach(one -> put(all, "or", alternative(one)));
        put(all, "cols", lens.columns().isEmpty() ? null : Lens.list(lens.columns()));
        put(all, "sort", lens.sort() == Sort.DUE ? null : lens.sort().code());
        put(all, "group", lens.group() == Group.NONE ? null : lens.group().code());
        return all;
    }

    static String alternative(All one) {
        return one.terms().stream().map(Lens::text).collect(Collectors.joining(";"));
    }

    private static void put(Map<String, List<String>> all, String name, @Nullable String value) {
        if (value == null || value.isBlank()) return;
        all.merge(
                name,
                List.of(value),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }

    static String write(Lens lens) {
        return query(parameters(lens));
    }

    /** Commas and colons stay as they are: an address is also read by people. */
    static String query(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(value -> e.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%3B", ";")
                .replace("%21", "!");
    }
}
