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
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was being written on a merged ticket, by the names that composer.js gives it: it goes along to the survivor, under what the same
 * person was writing there. Who will not see the survivor finds it where it was.
 */
@Component
class Unsent {
    private static final List<String> AUDIENCES = List.of(".public", ".internal");

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
        for (var audience : AUDIENCES) {
            drafts.move(
                    "ticket-" + number + audience,
                    "ticket-" + into + audience,
                    person -> sees(person, into),
                    Unsent::both,
                    now);
        }
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
