package dev.qiao.ticket.view;

import dev.qiao.ticket.view.Term.Between;
import dev.qiao.ticket.view.Term.Is;
import dev.qiao.ticket.view.Term.Not;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A condition as it stands in an address: {@code priority=urgent,important}, {@code team=!3}, {@code due=today..today+7}.
 *
 * @param strange what of it nobody understands
 */
record Token(Optional<Term> term, List<String> strange) {
    private static final int MOST = 20;

    /** Whether there is, or was, such a team, person or thing. */
    @FunctionalInterface
    interface Known {
        boolean id(Field field, long id);
    }

    static Token read(Field field, String text, Known known) {
        boolean not = text.startsWith("!");
        var plain = not ? text.substring(1) : text;
        var read = field.sort() == Field.Sort.DAY ? days(field, plain) : values(field, plain, known);
        return not ? new Token(read.term.map(Not::new), read.strange) : read;
    }

    private static Token values(Field field, String text, Known known) {
        var good = new ArrayList<String>();
        var strange = new ArrayList<String>();
        Arrays.stream(text.split(",")).map(String::strip).filter(v -> !v.isEmpty()).distinct().forEach(value -> {
            var code = field.sort() == Field.Sort.ID && value.equals("0") ? "none" : value;
            boolean understood = good.size() < MOST && understood(field, code, known);
            (understood ? good : strange).add(understood ? code : field.code() + "=" + value);
        });
        return new Token(good.isEmpty() ? Optional.empty() : Optional.of(new Is(field, good)), strange);
    }

    private static boolean understood(Field field, String value, Known known) {
        return switch (field.sort()) {
            case WORD, FLAG -> field.words().contains(value);
            case ID ->
                value.equals("none")
                        || value.equals("me") && (field == Field.ASSIGNEE || field == Field.REQUESTER)
                        || value.equals("mine") && field == Field.TEAM
                        || value.matches("[1-9]\\d{0,17}") && known.id(field, Long.parseLong(value));
            case DAY -> false;
        };
    }

    private static Token days(Field field, String text) {
        var ends = text.split("\\.\\.", -1);
        var from = ends[0].isEmpty() ? null : Day.of(ends[0]).orElse(null);
        var last = ends[ends.length - 1];
        var to = last.isEmpty() ? null : Day.of(last).orElse(null);
        boolean wrong = ends.length > 2
                || !ends[0].isEmpty() && from == null
                || !last.isEmpty() && to == null
                || from == null && to == null;
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
            case Is is -> String.join(",", is.values());
            case Between(_, var from, var to) when from != null && from.equals(to) -> from.toString();
            case Between(_, var from, var to) -> (from == null ? "" : from) + ".." + (to == null ? "" : to);
            case Not(var inner) -> "!" + write(inner);
            case Term.All _, Term.Any _ -> throw new IllegalArgumentException("no token");
        };
    }
}
