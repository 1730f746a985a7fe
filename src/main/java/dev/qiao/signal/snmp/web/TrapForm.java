package dev.qiao.signal.snmp.web;

import dev.qiao.base.Coded;
import dev.qiao.signal.Severity;
import dev.qiao.signal.source.TrapRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the form of the traps holds.
 *
 * @param traps by the place of a rule and the name of its field, as {@code 0.oid}
 * @param seen the version that was read
 */
record TrapForm(
        @Nullable Map<String, String> traps, @Nullable Integer seen) {
    private static final String PLACED = "(\\d{1,3})\\.[a-z]+";

    /** In their order; a rule without an OID is left out. */
    List<TrapRule> rules() {
        var places = new TreeMap<Integer, String>();
        if (traps != null)
            traps.keySet().stream()
                    .filter(name -> name.matches(PLACED))
                    .forEach(name -> places.put(Integer.parseInt(name.substring(0, name.indexOf('.'))), name));
        var rules = new ArrayList<TrapRule>();
        for (int place : places.keySet()) {
            var oid = field(place, "oid");
            if (oid.isEmpty()) continue;
            rules.add(new TrapRule(
                    oid.charAt(0) == '.' ? oid.substring(1) : oid,
                    field(place, "title"),
                    severity(field(place, "severity")),
                    field(place, "key"),
                    field(place, "ends")));
        }
        return rules;
    }

    private static Severity severity(String word) {
        return word.isEmpty() ? Severity.INFO : Coded.of(Severity.class, "severity", word);
    }

    private String field(int place, String name) {
        return traps == null ? "" : traps.getOrDefault(place + "." + name, "").strip();
    }
}
