package dev.qiao.ticket.view;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Group;
import dev.qiao.ticket.Queue.Narrowing;
import dev.qiao.ticket.Queue.Order;
import dev.qiao.ticket.Queue.Sort;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.view.Term.All;
import dev.qiao.ticket.view.Term.Any;
import dev.qiao.ticket.view.Term.Is;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list of tickets is to show and how. All of it stands in an address, so that it can be shared; {@link LensAddress} reads
 * and writes it. What an old address asks for and nobody understands any more is kept in {@code strange}, to be said.
 *
 * @param words what somebody typed to find them
 * @param all tokens that all must hold
 * @param any alternatives of which one must hold; none: no matter
 * @param columns beside those that every list has; empty: the usual ones
 */
public record Lens(
        View view,
        @Nullable String words,
        List<Term> all,
        List<All> any,
        List<Column> columns,
        Sort sort,
        Group group,
        List<String> strange) {

    /** A column that a list may have or not. */
    public enum Column implements Coded {
        STAGE("st"),
        REQUESTER("rq"),
        SERVICE("sv"),
        TEAM("tm"),
        CATEGORY("ca"),
        ASSIGNEE("as"),
        OPENED("op"),
        CHANGED("up");

        private final String cell;

        Column(String cell) {
            this.cell = cell;
        }

        /** The class of its cells. */
        public String cell() {
            return cell;
        }
    }

    /** What a list shows when nobody chose. */
    public static final List<Column> USUAL =
            List.of(Column.STAGE, Column.REQUESTER, Column.SERVICE, Column.ASSIGNEE, Column.CHANGED);

    /** One possibility alone is no choice: it holds with the others. */
    public Lens {
        boolean alone = any.size() == 1 && apart(all, any.getFirst().terms());
        all = alone
                ? Stream.concat(all.stream(), any.getFirst().terms().stream()).toList()
                : List.copyOf(all);
        any = alone ? List.of() : List.copyOf(any);
        columns = List.copyOf(columns);
        strange = List.copyOf(strange);
    }

    /** Whether no two of them are about the same, which an address would take for one or the other. */
    private static boolean apart(List<Term> some, List<Term> others) {
        var fields = Stream.concat(some.stream(), others.stream()).map(Token::field).toList();
        return Set.copyOf(fields).size() == fields.size();
    }

    /** What one of the fixed views shows. */
    public static Lens of(View view) {
        return new Lens(view, null, List.of(), List.of(), List.of(), Sort.DUE, Group.NONE, List.of());
    }

    public List<Column> shown() {
        return columns.isEmpty() ? USUAL : columns;
    }

    /** The same with other conditions. */
    public Lens with(List<Term> newAll, List<All> newAny) {
        return new Lens(view, words, newAll, newAny, columns, sort, group, strange);
    }

    /** The same, narrowed by one more condition. */
    public Lens and(Term token) {
        return with(Stream.concat(all.stream(), Stream.of(token)).toList(), any);
    }

    /** What the queue is asked for; {@code me} and {@code mine} are this person. Who chose no view but stages means those. */
    public Filter filter(Me me) {
        var rest = new ArrayList<Term>();
        var filter = Filter.of(view).words(words);
        for (var token : all) {
            if (token instanceof Is(var field, var values, _) && field == Field.STAGE && filter.stages().isEmpty()) {
                filter = (view == View.OPEN ? Filter.of(View.ALL).words(words) : filter).stages(stages(values));
            } else rest.add(token);
        }
        if (!any.isEmpty()) rest.add(new Any(List.copyOf(any)));
        return filter.narrowed(rest.isEmpty() ? null : new Narrowed(new All(rest)), new Order(sort, group));
    }

    /** Its conditions for another list, whatever its view is. */
    public @Nullable Narrowing narrowing() {
        var terms = new ArrayList<>(all);
        if (!any.isEmpty()) terms.add(new Any(List.copyOf(any)));
        return terms.isEmpty() ? null : new Narrowed(new All(terms));
    }

    private static Stage.Name[] stages(List<String> codes) {
        return codes.stream().map(code -> Coded.of(Stage.Name.class, "stage", code)).toArray(Stage.Name[]::new);
    }

    /** Whether it shows everybody the same, as far as they may see: nothing in it means the reader. */
    boolean impersonal() {
        var tokens = Stream.concat(all.stream(), any.stream().flatMap(a -> a.terms().stream()));
        return !Set.of(View.MINE, View.REPORTED).contains(view) && tokens.noneMatch(Lens::personal);
    }

    private static boolean personal(Term term) {
        return switch (term) {
            case Is is -> is.values().contains("me") || is.values().contains("mine");
            case Term.Not(var inner) -> personal(inner);
            case Term.Between(_, var from, var to) -> zoned(from) || zoned(to);
            case All _, Any _ -> false;
        };
    }

    /** A day begins where the reader is. */
    private static boolean zoned(@Nullable Day day) {
        return day != null && !(day instanceof Day.Now);
    }

    /** Its address below {@code /tickets}, always the same for the same lens. */
    public String address() {
        return LensAddress.write(this);
    }

    /** Its parameters as hidden fields of a form that changes something else. */
    public Map<String, List<String>> parameters() {
        return LensAddress.parameters(this);
    }

    /** The word of a token in an address. */
    public static String text(Term token) {
        return Token.field(token).code() + ":" + Token.write(token);
    }

    public static Field field(Term token) {
        return Token.field(token);
    }

    /** Words that people typed, as a token has them. */
    public static String typed(String text) {
        return Token.closed(text);
    }

    static String list(List<? extends Coded> words) {
        return words.stream().map(Coded::code).collect(Collectors.joining(","));
    }
}
