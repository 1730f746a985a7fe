package dev.qiao.admin.web;

import dev.qiao.admin.web.AuditLine.Difference;
import dev.qiao.journal.Naming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** In what two states of a thing differ, field by field; of a list what went, what came, and whether only the order is another. */
final class Differences {
    /** What counts changes, and the numbers of things that are named already. */
    static final Set<String> NOISE = Set.of("id", "version", "revision", "form", "at", "by", "of", "reverses");

    private static final int MOST = 40;

    private final FactWords words;
    private final List<Difference> found = new ArrayList<>();

    private Differences(FactWords words) {
        this.words = words;
    }

    /** What a change of the configuration says; of other acts all that they say. */
    static List<Difference> of(JsonNode facts, FactWords words) {
        var all = new Differences(words);
        if (facts.has("what")) {
            var before = facts.path("before");
            var after = facts.path("after");
            boolean whole = before.isObject() || after.isObject();
            all.compare(before, after, null, whole ? List.of() : List.of("value"), "");
        } else {
            all.compare(MissingNode.getInstance(), facts, null, List.of(), "");
        }
        return all.found.stream().limit(MOST).toList();
    }

    private void compare(JsonNode was, JsonNode is, @Nullable Naming naming, List<String> over, String label) {
        if (was.equals(is)) return;
        if (was.isObject() || is.isObject()) {
            fields(was, is, naming, over, label);
        } else if (objects(was) && objects(is) && !(was.isEmpty() && is.isEmpty())) {
            list(was, is, naming, over, label);
        } else {
            add(label.isEmpty() ? words.label(over.getLast()) : label, was, is, naming, over);
        }
    }

    private void fields(JsonNode was, JsonNode is, @Nullable Naming naming, List<String> over, String label) {
        var names = Stream.of(Stream.of("name", "code"), was.propertyNames().stream(), is.propertyNames().stream())
                .flatMap(all -> all)
                .filter(name -> was.has(name) || is.has(name))
                .filter(name -> !NOISE.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var name : names) {
            var called = naming == null ? words.label(name) : words.called().text(naming, name);
            var inner = words.called().of(words.what(), name, is.isObject() ? is : was);
            compare(was.path(name), is.path(name), inner, FactWords.plus(over, name), below(label, called));
        }
    }

    /** Items that have a code are compared each with itself. */
    private void list(JsonNode was, JsonNode is, @Nullable Naming naming, List<String> over, String label) {
        var gone = items(was);
        var came = items(is);
        var order = !gone.isEmpty()
                && gone.size() == came.size()
                && Set.copyOf(gone.values()).equals(Set.copyOf(came.values()));
        if (order) {
            add(label, was, is, naming, over);
            return;
        }
        came.forEach((key, item) -> {
            if (!gone.containsKey(key)) add(label, MissingNode.getInstance(), item, naming, over);
        });
        gone.forEach((key, item) -> {
            var same = came.get(key);
            if (same == null) add(label, item, MissingNode.getInstance(), naming, over);
            else compare(item, same, naming, over, below(label, title(same)));
        });
    }

    private static Map<String, JsonNode> items(JsonNode list) {
        var items = new LinkedHashMap<String, JsonNode>();
        list.forEach(item -> {
            var key = item.has("code") ? item.path("code").asString("") : item.toString();
            while (items.containsKey(key)) key += " ";
            items.put(key, item);
        });
        return items;
    }

    private static String title(JsonNode item) {
        return Stream.of("label", "name", "code")
                .map(field -> item.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean objects(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isArray() && (node.isEmpty() || node.get(0).isObject()));
    }

    private void add(String label, JsonNode was, JsonNode is, @Nullable Naming naming, List<String> over) {
        var before = words.text(was, naming, over);
        var after = words.text(is, naming, over);
        boolean nothing = was.isMissingNode() && FactWords.empty(is) && !is.isBoolean();
        if (!nothing && !Objects.equals(before, after)) found.add(new Difference(label, before, after));
    }

    private static String below(String label, String called) {
        return label.isEmpty() ? called : label + " · " + called;
    }
}
