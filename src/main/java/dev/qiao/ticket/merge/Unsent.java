package dev.qiao.ticket.merge;

import dev.qiao.people.Rights;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was being written on a merged ticket, by the names that composer.js and the forms of acts give it: it goes along to the survivor,
 * under what the same person was writing there. Who will not see the survivor finds it where it was.
 */
@Component
class Unsent {
    private static final String PUBLIC = ".public";
    private static final String INTERNAL = ".internal";

    /** Acts with a form of their own. */
    private static final List<String> ACTS = List.of(
            "resolution",
            "hold",
            "assignment",
            "reopening",
            "edit",
            "named",
            "checklist",
            "split",
            "effort",
            "links",
            "follow-up",
            "merge");

    /** Fields in which one writes in one's own words. */
    private static final Set<String> WORDS =
            Set.of("text", "reason", "solution", "note", "description", "priorityReason", "title");

    private static final Set<String> TICKS = Set.of("", "on", "off");
    private static final String ANSWERS = "fields.";

    private final Drafts drafts;
    private final Rights rights;
    private final Tickets tickets;

    Unsent(Drafts drafts, Rights rights, Tickets tickets) {
        this.drafts = drafts;
        this.rights = rights;
        this.tickets = tickets;
    }

    /** Inside the transaction of the merge. */
    void follow(long number, long into, Instant now) {
        for (var audience : List.of(PUBLIC, INTERNAL)) {
            go("ticket-" + number + audience, "ticket-" + into + audience, into, moved -> moved, Unsent::both, now);
        }
        for (var act : ACTS) {
            go(
                    "/tickets/" + number + "/" + act,
                    "/tickets/" + into + "/" + act,
                    into,
                    moved -> moved,
                    Unsent::act,
                    now);
        }
        // The other is asked something else, and may not be over: what was answered, or why it was not, stands there in
        // words.
        go("/tickets/" + number + "/answers", "ticket-" + into + INTERNAL, into, Unsent::answers, Unsent::both, now);
        go("/my/" + number + "/reopening", "ticket-" + into + PUBLIC, into, Unsent::reason, Unsent::both, now);
    }

    private void go(
            String from,
            String to,
            long into,
            UnaryOperator<Map<String, String>> as,
            BinaryOperator<Map<String, String>> both,
            Instant now) {
        drafts.move(from, to, person -> sees(person, into), as, both, now);
    }

    private boolean sees(long person, long into) {
        return rights.of(person)
                .filter(me -> !tickets.of(List.of(into), me).isEmpty())
                .isPresent();
    }

    /** The words under each other, all files, and of what was read before writing the earlier: then what is newer is shown again. */
    static Map<String, String> both(Map<String, String> there, Map<String, String> moved) {
        var both = new LinkedHashMap<>(moved);
        both.putAll(there);
        both.put("text", joined("\n\n", List.of(there.getOrDefault("text", ""), moved.getOrDefault("text", ""))));
        var files = new LinkedHashSet<String>();
        for (var one : List.of(there, moved))
            files.addAll(List.of(one.getOrDefault("files", "").split(" ")));
        both.put("files", joined(" ", files));
        both.merge("seen", moved.getOrDefault("seen", ""), Unsent::earlier);
        both.values().removeIf(String::isEmpty);
        return both;
    }

    /** Own words under each other; of everything else what stands there. */
    static Map<String, String> act(Map<String, String> there, Map<String, String> moved) {
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
                .filter(field -> field.getKey().startsWith(ANSWERS))
                .map(field -> moved.getOrDefault("said." + field.getKey(), field.getValue()))
                .filter(words -> !TICKS.contains(words.strip()))
                .toList());
    }

    private static Map<String, String> reason(Map<String, String> moved) {
        return said(List.of(moved.getOrDefault("reason", "")));
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

    private static String joined(String between, Collection<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}
