package dev.qiao.admin.web;

import dev.qiao.admin.web.Mentions.Called;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Naming;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields and values of one entry in the reader's words; what has none is shown as it is stored. */
record FactWords(String what, Called called, Page page) {
    private static final int LONGEST = 200;

    /** Where the words of a field's values stand. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("kind", List.of("ticket.kind.", "ticket.form.shape.", "admin.value.kind.")),
            Map.entry("priority", List.of("ticket.priority.")),
            Map.entry("impact", List.of("ticket.level.")),
            Map.entry("urgency", List.of("ticket.level.")),
            Map.entry("metric", List.of("sla.metric.")),
            Map.entry("basis", List.of("sla.rung_basis.")),
            Map.entry("whom", List.of("sla.rung_whom.")),
            Map.entry("pauses", List.of("sla.reason.")),
            Map.entry("tier", List.of("people.tier.")),
            Map.entry("unit", List.of("people.unit.")),
            Map.entry("permissions", List.of("base.permission.")),
            Map.entry("roles", List.of("people.role.")),
            Map.entry("acts", List.of("ticket.deed.")),
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
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(field -> !Differences.NOISE.contains(field.getKey()))
                    .filter(field -> !field.getValue().isNull())
                    .map(field -> (naming == null ? label(field.getKey()) : called.text(naming, field.getKey())) + " "
                            + whole(field.getValue(), called.of(field.getKey(), node), plus(over, field.getKey())))
                    .collect(Collectors.joining(page.t("admin.value.and")));
        }
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

    private String number(long n, @Nullable Naming naming, List<String> over) {
        if (naming != null) return called.text(naming, Long.toString(n));
        if (over.contains("budgets")) return page.times().budget(Duration.ofSeconds(n));
        boolean clock = List.of("starts", "ends").contains(over.getLast());
        return clock ? "%02d:%02d".formatted(n / 60, n % 60) : Long.toString(n);
    }

    private String word(String text, List<String> over) {
        if (text.isEmpty()) return page.t("admin.value.none");
        var field = over.getLast();
        if (field.equals("day")) return day(text);
        if (what.equals("ticket.matrix")) return page.t("ticket.priority." + text);
        for (var near : over.reversed()) {
            for (var words : VALUES.getOrDefault(near, List.of())) {
                if (page.lang().has(words + text)) return page.t(words + text);
            }
        }
        return moment(text);
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
