package dev.qiao.signal.snmp;

import dev.qiao.signal.Payload;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.TrapRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a trap says: by the first rule of its source that is about it, else by those for what every device sends. One that nobody has
 * explained is an alert that calls nobody.
 */
public final class TrapMeaning {
    private static final String STANDARD = "1.3.6.1.6.3.1.1.5.";
    private static final int MOST_LABELS = 100;
    private static final int LONGEST_NAME = 100;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]{1,100})}");

    /** What every device sends (RFC 3418, RFC 2863). */
    private static final List<TrapRule> USUAL = List.of(
            passing("1", "coldStart"),
            passing("2", "warmStart"),
            new TrapRule(STANDARD + "3", "linkDown: {agent} {ifIndex} {ifDescr}", Severity.WARNING, "ifIndex", ""),
            new TrapRule(
                    STANDARD + "4", "linkUp: {agent} {ifIndex} {ifDescr}", Severity.INFO, "ifIndex", STANDARD + "3"),
            new TrapRule(STANDARD + "5", "authenticationFailure: {agent}", Severity.WARNING, "", ""),
            new TrapRule(STANDARD + "6", "egpNeighborLoss: {agent}", Severity.WARNING, "", ""));

    private TrapMeaning() {}

    private static TrapRule passing(String last, String name) {
        return new TrapRule(STANDARD + last, name + ": {agent}", Severity.INFO, "", STANDARD + last);
    }

    /** What is said, one after the other: something that passes begins and is over. */
    public static List<Told> of(Trap trap, List<TrapRule> rules) {
        var known = Stream.concat(rules.stream(), USUAL.stream()).toList();
        var rule = known.stream()
                .filter(each -> each.meets(trap.trap()))
                .findFirst()
                .orElseGet(() -> unknown(trap));
        var labels = labels(trap);
        if (rule.ends().isEmpty()) return List.of(told(Says.FIRING, trap, rule, rule, labels));
        if (rule.ends().equals(rule.oid()))
            return List.of(told(Says.FIRING, trap, rule, rule, labels), told(Says.RESOLVED, trap, rule, rule, labels));
        var ended = known.stream().filter(each -> each.meets(rule.ends())).findFirst();
        return List.of(told(Says.RESOLVED, trap, rule, ended.orElse(rule), labels));
    }

    /** Whether a rule explains it, be it of the source or for every device. */
    public static boolean explained(Trap trap, List<TrapRule> rules) {
        return Stream.concat(rules.stream(), USUAL.stream()).anyMatch(each -> each.meets(trap.trap()));
    }

    private static TrapRule unknown(Trap trap) {
        return new TrapRule(trap.trap(), trap.trap() + ": {agent}", Severity.INFO, "", "");
    }

    /** @param thing the rule by which that which is wrong is known */
    private static Told told(Says says, Trap trap, TrapRule rule, TrapRule thing, Map<String, String> labels) {
        boolean ends = !rule.ends().isEmpty() && !rule.ends().equals(rule.oid());
        var oid = ends ? rule.ends() : trap.trap();
        var key = Stream.concat(
                        Stream.of("trap", oid, trap.agent()),
                        thing.keys().stream().map(name -> value(name, trap, labels)))
                .collect(Collectors.joining(" "));
        return new Told(
                says,
                Payload.cut(key.strip()),
                "snmp " + trap.agent(),
                null,
                null,
                rule.severity(),
                title(rule, trap, labels),
                said(trap),
                "",
                labels);
    }

    private static String title(TrapRule rule, Trap trap, Map<String, String> labels) {
        var filled = PLACE.matcher(rule.title())
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), trap, labels)));
        return Payload.cut(filled.replaceAll("\\s+", " ").strip());
    }

    /** Of a variable by its name, its OID, or the beginning of that; empty where the trap has none. */
    private static String value(String name, Trap trap, Map<String, String> labels) {
        var named = labels.get(name);
        if (named != null) return named;
        return trap.variables().stream()
                .filter(variable ->
                        variable.oid().equals(name) || variable.oid().startsWith(name + "."))
                .map(variable -> line(variable.value()))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> labels(Trap trap) {
        var labels = new LinkedHashMap<String, String>();
        labels.put("agent", trap.agent());
        labels.put("trap", Payload.cut(Oids.trap(trap.trap()), LONGEST_NAME));
        for (var variable : trap.variables()) {
            if (labels.size() >= MOST_LABELS) break;
            // How long a device has run is another number each time, and tells nothing of what is wrong.
            var name = Payload.cut(Oids.variable(variable.oid()), LONGEST_NAME);
            if (!name.equals("sysUpTime")) labels.putIfAbsent(name, line(variable.value()));
        }
        return labels;
    }

    private static String line(String value) {
        return Payload.cut(value.replaceAll("\\s+", " ").strip());
    }

    private static String said(Trap trap) {
        var all = trap.variables().stream()
                .limit(MOST_LABELS)
                .map(variable -> Oids.variable(variable.oid()) + " = " + line(variable.value()))
                .collect(Collectors.joining("\n"));
        return Payload.cut(all, 8_000);
    }
}
