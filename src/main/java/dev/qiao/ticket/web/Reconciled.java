package dev.qiao.ticket.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Two changes of one form, field by field: what only one side changed is taken from that side, what both changed alike is no
 * question, and what both changed differently is for a person to decide.
 *
 * @param values the merged fields; where it is for a person to decide, what they wrote
 * @param clashes the names of those fields
 */
record Reconciled(Map<String, String> values, Set<String> clashes) {

    /**
     * @param was as the form was opened; a field that it does not know was not asked for
     * @param mine as the form was sent
     * @param theirs as it stands now
     */
    static Reconciled of(Map<String, String> was, Map<String, String> mine, Map<String, String> theirs) {
        var values = new HashMap<>(theirs);
        var clashes = new LinkedHashSet<String>();
        mine.forEach((name, wanted) -> {
            var before = was.getOrDefault(name, theirs.getOrDefault(name, ""));
            var now = theirs.getOrDefault(name, "");
            if (same(wanted, before) || same(wanted, now)) return;
            values.put(name, wanted);
            if (!same(now, before)) clashes.add(name);
        });
        return new Reconciled(Map.copyOf(values), Set.copyOf(clashes));
    }

    /** Lines end in a form as they like. */
    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
