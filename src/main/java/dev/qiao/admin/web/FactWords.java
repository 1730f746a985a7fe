package dev.qiao.admin.web;

import dev.qiao.admin.web.Mentions.Called;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Naming;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields and values of one entry in the reader's words; what has none is shown as it is stored. */
record FactWords(String what, Called called, Page page) {
    private static final int LONGEST = 200;

    /** What a thing is known by stands first. */
    private static final Set<String> FIRST = Set.of("label", "name", "code", "metric");

    /** Where the words of a field's values stand. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("kind", List.of("ticket.kind.", "ticket.form.shape.", "admin.value.kind.")),
            Map.entry("priority", List.of("ticket.priority.")),
            Map.entry("impact", List.of("ticket.level.")),
            Map.entry("urgency", List.of("ticket.level.")),
            Map.entry("severity", List.of("signal.severity.")),
            Map.entry("metric", List.of("sla.metric.")),
            Map.entry("basis", List.of("sla.rung_basis.")),
            Map.entry("whom", List.of("sla.rung_whom.")),
            Map.entry("pauses", List.of("sla.reason.")),
            Map.entry("tier", List.of("people.tier.")),
            Map.entry("unit", List.of("people.unit.")),
            Map.entry("permissions", List.of("base.permission.")),
            Map.entry("given", List.of("base.permission.")),
            Map.entry("taken", List.of("base.permission.")),
            Map.entry("deed", List.of("ticket.deed.")),
            Map.entry("roles", List.of("people.role.")),
            Map.entry("acts", List.of("ticket.deed.")),
            Map.entry("fields", List.of("admin.field.")),
            Map.entry("value", List.of("admin.language.")));

    String label(String field) {
        for (var key : List.of("admin.field." + what + "." + field, "admin.field." + field)) {
            if (page.lang().has(key)) return page.t(key);
        }
        return field;
    }

    /** @param over the fields in which it stands, the nearest last */
    @Nullable
    String text(JsonNode node, @Nullable Naming naming, List<String> over) {
        if (node.isMissingNode() || node.isNull()) return null;
        var text = whole(node, naming, over);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private String whole(JsonNode node, @Nullable Naming naming, List<String> over) {
        if (node.isObject()) return thing(node, naming, over);
        if (node.isArray()) {
            if (node.isEmpty()) return page.t("admin.value.none");
            var inner = node.get(0).isContainer() ? page.t("admin.value.then") : page.t("admin.value.and");
            return StreamSupport.stream(node.spliterator(), false)
                    .map(item -> whole(item, naming, over))
                    .collect(Collectors.joining(inner));
        }
        if (node.isBoolean()) return page.t("admin.value." + node.asBoolean());
        if (node.isIntegralNumber()) return number(node.asLong(), naming, over);
        return node.isNumber() ? node.asString().replaceAll("\\.0$", "") : word(node.asString(), over);
    }

    /** In one line; what is empty or off is left out, and what speaks for itself has no label. */
    private String thing(JsonNode node, @Nullable Naming naming, List<String> over) {
        if (node.has("basis"))
            return node.path("amount").asString("") + whole(node.path("basis"), null, plus(over, "basis"));
        return node.properties().stream()
                .filter(field -> !Differences.NOISE.contains(field.getKey()) && !empty(field.getValue()))
                .sorted(Comparator.comparing(field -> !FIRST.contains(field.getKey())))
                .map(field -> {
                    var inner = called.of(what, field.getKey(), node);
                    var text = whole(field.getValue(), inner, plus(over, field.getKey()));
                    if (naming != null) return called.text(naming, field.getKey()) + " " + text;
                    boolean plain = field.getValue().isContainer() || inner != null || spoken(field.getKey());
                    return plain ? text : label(field.getKey()) + " " + text;
                })
                .collect(Collectors.joining(" · "));
    }

    static boolean empty(JsonNode node) {
        return node.isNull()
                || node.isMissingNode()
                || (node.isContainer() && node.isEmpty())
                || (node.isString() && node.asString().isEmpty())
                || (node.isBoolean() && !node.asBoolean());
    }

    /** Whether the field has a word that was put in the place of its value, or is a name. */
    private static boolean spoken(String field) {
        return VALUES.containsKey(field) || FIRST.contains(field) || field.equals("day");
    }

    private String number(long n, @Nullable Naming naming, List<String> over) {
        if (naming != null) {
            var name = called.text(naming, Long.toString(n));
            return called.retired(naming, n) ? page.t("base.retired", name) : name;
        }
        if (over.contains("budgets")) return page.times().budget(Duration.ofSeconds(n));
        boolean clock = List.of("starts", "ends").contains(over.getLast());
        return clock ? "%02d:%02d".formatted(n / 60, n % 60) : Long.toString(n);
    }

    private String word(String text, List<String> over) {
        if (text.isEmpty()) return page.t("admin.value.none");
        var field = over.getLast();
        if (field.equals("day")) return day(text);
        if (what.equals("ticket.matrix")) return page.t("ticket.priority." + text);
        var words = VALUES.getOrDefault(over.contains("pauses") ? "pauses" : field, List.of());
        return words.stream()
                .map(start -> start + text)
                .filter(page.lang()::has)
                .findFirst()
                .map(page::t)
                .orElseGet(() -> moment(text));
    }

    private String day(String text) {
        try {
            return page.t("base.weekday."
                    + DayOfWeek.valueOf(text.toUpperCase(java.util.Locale.ROOT)).getValue());
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private String moment(String text) {
        try {
            if (text.startsWith("PT")) return page.times().budget(Duration.parse(text));
            if (text.endsWith("Z")) return page.exact(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return text;
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]+") ? text.replace('T', ' ') : text;
    }

    static List<String> plus(List<String> over, String field) {
        return java.util.stream.Stream.concat(over.stream(), java.util.stream.Stream.of(field))
                .toList();
    }
}
