package dev.qiao.ticket.view;

import dev.qiao.ticket.view.Term.Between;
import dev.qiao.ticket.view.Term.Is;
import dev.qiao.ticket.view.Term.Not;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition as it stands in an address: {@code priority=urgent,important}, {@code team=!network}, {@code due=today..today+7}.
 *
 * @param strange what of it nobody understands
 */
record Token(Optional<Term> term, List<String> strange) {
    private static final int MOST = 20;
    private static final String MARKS = "%,;!";
    private static final Pattern CLOSED = Pattern.compile("%(25|2c|3b|21)");

    /** What there is, or was: found by its code or login, or by its number as addresses once had it. */
    @FunctionalInterface
    interface Known {
        Optional<Thing> find(Field field, String text);
    }

    /**
     * A team, a person or a thing; what people typed has no number.
     *
     * @param code as an address writes it
     */
    record Thing(String value, String code) {}

    static Token read(Field field, String text, Known known) {
        boolean not = text.startsWith("!");
        var plain = not ? text.substring(1) : text;
        var read = field.sort() == Field.Sort.DAY ? days(field, plain) : values(field, plain, known);
        return not ? new Token(read.term.map(Not::new), read.strange) : read;
    }

    private static Token values(Field field, String text, Known known) {
        var good = new LinkedHashMap<String, String>();
        var strange = new ArrayList<String>();
        Arrays.stream(text.split(",")).map(String::strip).filter(v -> !v.isEmpty()).distinct().forEach(value -> {
            var thing = good.size() < MOST ? understood(field, value, known) : Optional.<Thing>empty();
            thing.ifPresentOrElse(
                    found -> good.putIfAbsent(found.value(), found.code()),
                    () -> strange.add(field.code() + "=" + value));
        });
        return new Token(
                good.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Is(field, List.copyOf(good.keySet()), List.copyOf(good.values()))),
                strange);
    }

    private static Optional<Thing> understood(Field field, String text, Known known) {
        boolean own =
                switch (field.sort()) {
                    case WORD, FLAG -> field.words().contains(text);
                    case ID ->
                        text.equals("none")
                                || (text.equals("me") && (field == Field.ASSIGNEE || field == Field.REQUESTER))
                                || (text.equals("mine") && field == Field.TEAM);
                    case TEXT -> text.equals("none") && field == Field.TAG;
                    case DAY -> false;
                };
        if (own) return Optional.of(new Thing(text, text));
        return switch (field.sort()) {
            case WORD, FLAG, DAY -> Optional.empty();
            case ID ->
                text.equals("0") ? Optional.of(new Thing("none", "none")) : known.find(field, text);
            case TEXT -> known.find(field, opened(text)).map(thing -> new Thing(thing.value(), closed(thing.code())));
        };
    }

    /** So that words which people typed part no token. */
    static String closed(String text) {
        var closed = new StringBuilder();
        for (char c : text.toCharArray())
            closed.append(MARKS.indexOf(c) < 0 ? String.valueOf(c) : "%" + Integer.toHexString(c));
        return closed.toString();
    }

    private static String opened(String text) {
        return CLOSED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    private static Token days(Field field, String text) {
        var ends = text.split("\\.\\.", -1);
        var from = ends[0].isEmpty() ? null : Day.of(ends[0]).orElse(null);
        var last = ends[ends.length - 1];
        var to = last.isEmpty() ? null : Day.of(last).orElse(null);
        boolean wrong = ends.length > 2
                || (!ends[0].isEmpty() && from == null)
                || (!last.isEmpty() && to == null)
                || (from == null && to == null);
        return wrong
                ? new Token(Optional.empty(), List.of(field.code() + "=" + text))
                : new Token(Optional.of(new Between(field, from, to)), List.of());
    }

    /** Of which field a token is; it is one of the three. */
    static Field field(Term token) {
        return switch (token) {
            case Is is -> is.field();
            case Between between -> between.field();
            case Not(var inner) -> field(inner);
            case Term.All _, Term.Any _ -> throw new IllegalArgumentException("no token");
        };
    }

    /** As it is read. */
    static String write(Term token) {
        return switch (token) {
            case Is is -> String.join(",", is.codes());
            case Between(_, var from, var to) when from != null && from.equals(to) -> from.toString();
            case Between(_, var from, var to) -> (from == null ? "" : from) + ".." + (to == null ? "" : to);
            case Not(var inner) -> "!" + write(inner);
            case Term.All _, Term.Any _ -> throw new IllegalArgumentException("no token");
        };
    }
}
