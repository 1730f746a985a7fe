package dev.qiao.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act as a button of the ticket's page.
 *
 * @param word message key
 * @param key the single key that presses it
 * @param form whether it asks for more first; else it is done at once
 */
public record Verb(
        String word, String icon, @Nullable String key, String method, String noun, boolean form, boolean primary) {
    /** The acts that are allowed now, in the order of the work; the most likely one leads. */
    static List<Verb> of(String stage, List<String> allowed) {
        var all = List.of(
                new Verb("ticket.verb.accept", "hand", "U", "post", "acceptance", false, stage.equals("waiting")),
                new Verb("ticket.verb.resume", "play", "U", "delete", "hold", false, stage.equals("on_hold")),
                new Verb("ticket.verb.resolve", "check", "E", "post", "resolution", true, stage.equals("working")),
                new Verb("ticket.verb.close", "check", "E", "post", "closure", false, stage.equals("resolved")),
                new Verb("ticket.verb.hold", "pause", "H", "post", "hold", true, false),
                new Verb("ticket.verb.assign", "arrow-right-left", "A", "post", "assignment", true, false),
                new Verb("ticket.verb.hand_back", "corner-down-left", null, "delete", "acceptance", false, false),
                new Verb("ticket.verb.reopen", "history", null, "post", "reopening", true, stage.equals("closed")),
                new Verb("ticket.verb.edit", "pen-line", "M", "post", "edit", true, false));
        return all.stream().filter(verb -> verb.fits(stage, allowed)).toList();
    }

    /** Acceptance and hold are nouns that can be made and taken away: the stage says which of both is meant. */
    private boolean fits(String stage, List<String> allowed) {
        if (!allowed.contains(noun)) return false;
        return switch (noun) {
            case "acceptance" -> method.equals(stage.equals("working") ? "delete" : "post");
            case "hold" -> method.equals(stage.equals("on_hold") ? "delete" : "post");
            default -> true;
        };
    }
}
