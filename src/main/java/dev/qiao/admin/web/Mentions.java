package dev.qiao.admin.web;

import dev.qiao.journal.Naming;
import dev.qiao.journal.Recorded;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What entries mention by number, called by the rooms that hold it: one question a room for all entries of a page. */
@Component
class Mentions {
    private final ObjectProvider<Naming> namings;

    Mentions(ObjectProvider<Naming> namings) {
        this.namings = namings;
    }

    Called in(Collection<Recorded> entries) {
        var called = new Called(namings.stream().toList(), new HashMap<>(), new HashMap<>());
        var sought = new HashMap<Naming, Set<Long>>();
        for (var entry : entries) {
            called.ofKind(entry.kind()).ifPresent(naming -> seek(naming, entry.subject(), sought));
            called.ofKind("person").ifPresent(naming -> seek(naming, entry.actor(), sought));
            var facts = entry.facts().node();
            visit(what(entry, facts), facts, null, called, sought);
        }
        sought.forEach((naming, ids) -> {
            called.names().put(naming, naming.names().apply(List.copyOf(ids)));
            called.retired().put(naming, naming.retired().apply(List.copyOf(ids)));
        });
        return called;
    }

    /** What the entry is about, as {@link dev.qiao.journal.Configured} calls it, else the act. */
    static String what(Recorded entry, JsonNode facts) {
        return facts.path("what").asString(entry.act());
    }

    private static void visit(
            String what, JsonNode node, @Nullable Naming naming, Called called, Map<Naming, Set<Long>> sought) {
        if (node.isIntegralNumber() && naming != null) seek(naming, node.asLong(), sought);
        if (node.isArray()) node.forEach(item -> visit(what, item, naming, called, sought));
        if (!node.isObject()) return;
        node.properties().forEach(field -> {
            if (naming != null) number(field.getKey()).ifPresent(id -> seek(naming, id, sought));
            visit(what, field.getValue(), called.of(what, field.getKey(), node), called, sought);
        });
    }

    private static void seek(Naming naming, long id, Map<Naming, Set<Long>> sought) {
        if (id != 0) sought.computeIfAbsent(naming, _ -> new HashSet<>()).add(id);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The names that were found. */
    record Called(List<Naming> namings, Map<Naming, Map<Long, String>> names, Map<Naming, Set<Long>> retired) {
        Optional<Naming> ofKind(String kind) {
            return namings.stream()
                    .filter(naming -> naming.kinds().contains(kind))
                    .findFirst();
        }

        /** Who calls what stands in this field; a subject is of the kind that stands beside it. Null: it is no number of a thing. */
        @Nullable
        Naming of(String what, String field, JsonNode beside) {
            if (field.equals("subject"))
                return ofKind(beside.path("kind").asString("")).orElse(null);
            return namings.stream()
                    .filter(naming ->
                            naming.fields().contains(field) || naming.fields().contains(what + "." + field))
                    .findFirst()
                    .orElse(null);
        }

        Optional<String> find(Naming naming, long id) {
            return Optional.ofNullable(names.getOrDefault(naming, Map.of()).get(id));
        }

        /** Whether it is to be said that it is out of use by now. */
        boolean retired(Naming naming, long id) {
            return retired.getOrDefault(naming, Set.of()).contains(id);
        }

        Optional<String> subject(String kind, long id) {
            return ofKind(kind).flatMap(naming -> find(naming, id));
        }

        /** A number or what it names; a thing that is gone keeps its number. */
        String text(@Nullable Naming naming, String number) {
            return naming == null
                    ? number
                    : number(number).flatMap(id -> find(naming, id)).orElse("#" + number);
        }
    }
}
