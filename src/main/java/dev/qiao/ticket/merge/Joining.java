package dev.qiao.ticket.merge;

import dev.qiao.people.draft.Carried;
import dev.qiao.people.draft.Carried.Part;
import dev.qiao.people.draft.Joint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How what was written on two tickets stands on one. */
enum Joining implements Joint {
    INSTANCE;

    static final String PUBLIC = ".public";
    static final String INTERNAL = ".internal";
    static final String ANSWERS = "/answers";
    static final String MINE = "/my/";
    static final String FILES = "files";

    /** Fields in which one writes in one's own words. */
    static final Set<String> WORDS =
            Set.of("text", "reason", "solution", "note", "description", "priorityReason", "title");

    private static final Set<String> TICKS = Set.of("", "on", "off");
    private static final String FIELDS = "fields.";

    @Override
    public Map<String, String> as(String from, String into, Map<String, String> fields) {
        if (from.endsWith(ANSWERS)) return answers(fields);
        if (from.startsWith(MINE)) return said(List.of(fields.getOrDefault("reason", "")));
        // Whoever has just sent it does not want to merge the survivor into itself.
        boolean done = from.endsWith("/merge") && into.equals("/tickets/" + fields.get("into") + "/merge");
        return done ? Map.of() : fields;
    }

    /** Whether it stands in the other form in words alone. */
    static boolean retold(String from) {
        return from.endsWith(ANSWERS) || from.startsWith(MINE);
    }

    @Override
    public Map<String, String> both(String into, Map<String, String> there, Map<String, String> moved) {
        return into.endsWith(PUBLIC) || into.endsWith(INTERNAL) ? both(there, moved) : act(there, moved);
    }

    @Override
    public Parted apart(String into, Map<String, String> stands, Carried carried, int place) {
        return new Parting(into, stands, carried, place).part();
    }

    /** As it stands where nobody has gone on writing. */
    Map<String, String> all(String into, Carried carried) {
        var all = carried.own();
        for (Part part : carried.parts()) {
            var moved = as(part.from(), into, part.fields());
            all = all.isEmpty() ? moved : both(into, all, moved);
        }
        return all;
    }

    /** The words under each other, all files, and of what was read before writing the earlier: then what is newer is shown again. */
    private static Map<String, String> both(Map<String, String> there, Map<String, String> moved) {
        var both = new LinkedHashMap<>(moved);
        both.putAll(there);
        both.put("text", joined("\n\n", List.of(there.getOrDefault("text", ""), moved.getOrDefault("text", ""))));
        var files = new LinkedHashSet<String>();
        for (var one : List.of(there, moved))
            files.addAll(List.of(one.getOrDefault(FILES, "").split(" ")));
        both.put(FILES, joined(" ", files));
        both.merge("seen", moved.getOrDefault("seen", ""), Joining::earlier);
        both.values().removeIf(String::isEmpty);
        return both;
    }

    /** Own words under each other; of everything else what stands there. */
    private static Map<String, String> act(Map<String, String> there, Map<String, String> moved) {
        var both = new LinkedHashMap<>(moved);
        both.putAll(there);
        for (var field : WORDS) {
            var one = there.getOrDefault(field, "");
            var other = moved.getOrDefault(field, "");
            if (!one.isBlank() && !other.isBlank() && !one.equals(other)) both.put(field, one + "\n\n" + other);
        }
        return both;
    }

    private static Map<String, String> answers(Map<String, String> moved) {
        return said(moved.entrySet().stream()
                .filter(field -> field.getKey().startsWith(FIELDS))
                .map(field -> moved.getOrDefault("said." + field.getKey(), field.getValue()))
                .filter(words -> !TICKS.contains(words.strip()))
                .toList());
    }

    private static Map<String, String> said(List<String> words) {
        var text = joined("\n", words);
        return text.isEmpty() ? Map.of() : Map.of("text", text);
    }

    private static String earlier(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) return one + other;
        return one.length() < other.length() || (one.length() == other.length() && one.compareTo(other) < 0)
                ? one
                : other;
    }

    static String joined(String between, Collection<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}
