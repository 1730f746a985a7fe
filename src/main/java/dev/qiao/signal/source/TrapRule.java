package dev.qiao.signal.source;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.signal.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a trap means.
 *
 * @param oid which trap: its OID, or the beginning of it with {@code .*} behind
 * @param title the name of the alert; a name in braces stands for that variable of the trap
 * @param key names or OIDs of the variables that tell one thing of a device from another, with commas between
 * @param ends the OID of the rule whose alert it ends; its own: it is over as soon as it is said; empty: it begins one
 */
public record TrapRule(String oid, String title, Severity severity, String key, String ends) {
    private static final String OID = "\\d+(\\.\\d+){1,60}(\\.\\*)?";
    private static final int MOST = 200;
    private static final int LONGEST_OID = 200;
    private static final int LONGEST = 200;

    /** Whether it is about traps of this OID. */
    public boolean meets(String trap) {
        return oid.endsWith(".*") ? trap.startsWith(oid.substring(0, oid.length() - 1)) : trap.equals(oid);
    }

    /** Of the variables that tell one thing from another. */
    public List<String> keys() {
        return Arrays.stream(key.split("[,，、]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Errors: invalid, naming each field that is wrong by the place of its rule. */
    public static List<TrapRule> checked(List<TrapRule> rules) {
        if (rules.size() > MOST) throw Refused.invalid("traps", "signal.traps_many", MOST);
        var wrong = new Objections();
        var all = new ArrayList<TrapRule>();
        for (int n = 0; n < rules.size(); n++) {
            var rule = rules.get(n);
            var at = "traps[" + n + ".";
            wrong.read(() -> oid(at + "oid]", rule.oid()));
            if (!rule.ends().isEmpty()) wrong.read(() -> oid(at + "ends]", rule.ends()));
            wrong.read(() -> text(at + "title]", rule.title(), 1));
            wrong.read(() -> text(at + "key]", rule.key(), 0));
            all.add(rule);
        }
        wrong.raise();
        return List.copyOf(all);
    }

    private static String oid(String field, String text) {
        if (text.length() > LONGEST_OID || !text.matches(OID)) throw Refused.invalid(field, "signal.not_an_oid", text);
        return text;
    }

    private static String text(String field, String text, int least) {
        if (text.length() < least || text.length() > LONGEST) throw Refused.invalid(field, "signal.trap_text", LONGEST);
        return text;
    }
}
