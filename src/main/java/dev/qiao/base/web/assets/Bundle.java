package dev.qiao.base.web.assets;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A module with all that it imports, as one file: many small ones are packed worse, and each waits for the one before it. Every
 * module keeps a scope of its own; only what it exports stands beside the others, so no two may export the same name.
 */
final class Bundle {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:\\{ [\\w, ]+ } from )?'\\./([a-z]+)\\.js';\\n?");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=(?:async )?(?:function|const) (\\w+))");
    private static final Pattern LEFT = Pattern.compile("(?m)^(?:import|export) .*");

    private final Map<String, String> modules;
    private final SequencedMap<String, String> scopes = new LinkedHashMap<>();
    private final SequencedSet<String> exported = new LinkedHashSet<>();

    private Bundle(Map<String, String> modules) {
        this.modules = modules;
    }

    /**
     * Brings modules together, by their names without ending: everything that one of these imports goes into it and stands no
     * longer alone; what a module beside them imports from the first comes from its bundle.
     */
    static Map<String, String> of(Map<String, String> modules, String first, String apart) {
        var all = new TreeMap<>(modules);
        var main = new Bundle(modules);
        main.take(first);
        var other = new Bundle(modules);
        other.take(apart);
        all.keySet().removeAll(main.scopes.keySet());
        all.replaceAll((_, source) -> redirected(source, main.scopes.keySet(), first));
        all.put(first, main.text());
        all.put(apart, other.text());
        return all;
    }

    /** In the order in which a browser would run them: what is imported comes before. */
    private void take(String name) {
        if (scopes.containsKey(name)) return;
        var source = Objects.requireNonNull(modules.get(name), name);
        for (var wanted : IMPORT.matcher(source).results().toList()) take(wanted.group(1));
        var own = new TreeSet<String>();
        EXPORT.matcher(source).results().forEach(match -> own.add(match.group(1)));
        for (var export : own)
            if (!exported.add(export)) throw new IllegalStateException(name + ".js exports " + export + " once more");
        var body = EXPORT.matcher(IMPORT.matcher(source).replaceAll("")).replaceAll("");
        LEFT.matcher(body).results().map(MatchResult::group).forEach(line -> {
            throw new IllegalStateException(name + ".js: cannot be brought together: " + line);
        });
        scopes.put(name, scope(own, body));
    }

    private static String scope(Set<String> own, String body) {
        if (own.isEmpty()) return "await (async () => {\n" + body + "})();\n";
        var names = String.join(", ", own);
        return "const { " + names + " } = await (async () => {\n" + body + "return { " + names + " };\n})();\n";
    }

    private String text() {
        return String.join("", scopes.values()) + "export { " + String.join(", ", exported) + " };\n";
    }

    private static String redirected(String source, Set<String> gone, String first) {
        return IMPORT.matcher(source).replaceAll(match -> {
            var line = match.group();
            return gone.contains(match.group(1))
                    ? line.replace("'./" + match.group(1) + ".js'", "'./" + first + ".js'")
                    : line;
        });
    }
}
