package dev.qiao.admin.web;

import dev.qiao.base.web.Lang;
import dev.qiao.journal.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of the audit.
 *
 * @param who null: Qiao itself
 * @param what in the reader's words where there are any, else as it is stored
 * @param reverses the entry that was taken back by this
 * @param back whether the reader may try to take it back
 */
public record AuditLine(
        Recorded entry,
        @Nullable String who,
        String what,
        String subject,
        List<Difference> differences,
        @Nullable Long reverses,
        boolean back) {
    private static final int MOST = 40;
    private static final int LONGEST = 200;

    /** @param before null where there was nothing; {@code after} likewise */
    public record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    static AuditLine of(Recorded entry, Map<Long, String> names, boolean back, Lang lang) {
        var facts = entry.facts().node();
        var who = entry.actor() == 0 ? null : names.getOrDefault(entry.actor(), "#" + entry.actor());
        var reverses =
                facts.path("reverses").isNumber() ? facts.path("reverses").asLong() : null;
        return new AuditLine(
                entry, who, act(entry.act(), lang), subject(entry, facts, lang), differences(facts), reverses, back);
    }

    static String act(String code, Lang lang) {
        var key = "admin.act." + code;
        return lang.has(key) ? lang.t(key) : code;
    }

    private static String subject(Recorded entry, JsonNode facts, Lang lang) {
        var kind = facts.path("what").asString(entry.kind());
        var key = "admin.kind." + kind;
        var word = lang.has(key) ? lang.t(key) : kind;
        return facts.has("code") ? word + " " + facts.path("code").asString("") : word + " #" + entry.subject();
    }

    /** What differs between before and after; of other acts all that they say. */
    private static List<Difference> differences(JsonNode facts) {
        var before = facts.path("before");
        var after = facts.path("after");
        var found = new ArrayList<Difference>();
        if (before.isObject() || after.isObject()) {
            var fields = new LinkedHashSet<>(before.propertyNames());
            fields.addAll(after.propertyNames());
            for (var field : fields) {
                var was = text(before.path(field));
                var is = text(after.path(field));
                if (!Objects.equals(was, is)) found.add(new Difference(field, was, is));
            }
        } else {
            for (var field : facts.propertyNames()) found.add(new Difference(field, null, text(facts.path(field))));
        }
        return found.stream().limit(MOST).toList();
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return null;
        var text = node.isString() ? node.asString() : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
