package dev.qiao.sla.check;

import dev.qiao.sla.Selection;
import dev.qiao.sla.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rules leave to those behind them. A rule speaks of five things, and of each only the values that some rule names differ: all
 * others, and none at all, are one more value. So all that can ever come is a finite table, and each rule takes a block of it.
 */
final class Reach {
    /** Stands for every service or organization that no rule names, and for none. */
    private static final Object OTHER = new Object();

    /** @param all what it can be; empty: what nobody can list */
    private record Thing(Function<Selection, @Nullable Object> said, List<?> all) {
        Stream<?> values(List<Selection> rules) {
            if (!all.isEmpty()) return all.stream();
            var named = rules.stream().map(said).filter(Objects::nonNull).distinct();
            return Stream.concat(Stream.of(OTHER), named);
        }

        List<Selection> taking(Object value, List<Selection> rules) {
            return rules.stream().filter(rule -> open(said.apply(rule), value)).toList();
        }
    }

    private static final List<Thing> THINGS = List.of(
            new Thing(Selection::service, List.of()),
            new Thing(Selection::organization, List.of()),
            new Thing(Selection::vip, List.of(true, false)),
            new Thing(Selection::kind, Selection.KINDS),
            new Thing(Selection::priority, Terms.PRIORITIES));

    private Reach() {}

    /**
     * The places of earlier rules that leave nothing to the one in this place: a single one where that is enough, else several of
     * which none can be spared. Empty when it can apply.
     */
    static List<Integer> taken(List<Selection> order, int place) {
        var rule = order.get(place);
        for (int earlier = 0; earlier < place; earlier++) {
            if (covers(order.get(earlier), rule)) return List.of(earlier);
        }
        if (!covered(order.subList(0, place), rule, 0)) return List.of();
        var needed = new ArrayList<Integer>();
        for (int earlier = 0; earlier < place; earlier++) needed.add(earlier);
        for (var spared : List.copyOf(needed).reversed()) {
            var rest = needed.stream().filter(each -> !each.equals(spared)).toList();
            if (covered(rest.stream().map(order::get).toList(), rule, 0)) needed.removeIf(spared::equals);
        }
        return needed;
    }

    /** Splits what the rule could take by one thing after the other. */
    private static boolean covered(List<Selection> rules, Selection rule, int at) {
        if (rules.isEmpty()) return false;
        if (at == THINGS.size()) return true;
        var thing = THINGS.get(at);
        var own = thing.said().apply(rule);
        var values = own == null ? thing.values(rules) : Stream.of(own);
        return values.allMatch(value -> covered(thing.taking(value, rules), rule, at + 1));
    }

    private static boolean covers(Selection first, Selection second) {
        return THINGS.stream()
                .allMatch(thing -> open(thing.said().apply(first), thing.said().apply(second)));
    }

    private static boolean open(@Nullable Object wanted, @Nullable Object other) {
        return wanted == null || Objects.equals(wanted, other);
    }
}
