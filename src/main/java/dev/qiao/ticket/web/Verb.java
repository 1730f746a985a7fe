package dev.qiao.ticket.web;

import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket.Act;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act as a button of the ticket's page.
 *
 * @param word message key
 * @param key the single key that presses it
 * @param noun the resource below the ticket
 * @param method post, delete, or get for an act that asks for more first
 */
public record Verb(
        Act act, String word, String icon, @Nullable String key, String method, String noun, boolean primary) {
    /** The acts that are allowed now, in the order of the work; the most likely one leads. */
    static List<Verb> of(Stage.Name stage, Collection<Act> allowed) {
        boolean waiting = stage == Stage.Name.WAITING;
        return List.of(
                        verb(Act.ACCEPTANCE, "accept", "hand", "A", "post", "acceptance", waiting),
                        verb(Act.RESUME, "resume", "play", "A", "delete", "hold", stage == Stage.Name.ON_HOLD),
                        verb(
                                Act.RESOLUTION,
                                "resolve",
                                "check",
                                "E",
                                "get",
                                "resolution/new",
                                stage == Stage.Name.WORKING),
                        verb(
                                Act.CLOSURE,
                                waiting ? "cancel" : "close",
                                waiting ? "x" : "check",
                                waiting ? null : "E",
                                "post",
                                "closure",
                                stage == Stage.Name.RESOLVED),
                        verb(Act.HOLD, "hold", "pause", "H", "get", "hold/new", false),
                        verb(
                                Act.ASSIGNMENT,
                                waiting ? "assign" : "hand_over",
                                "arrow-right-left",
                                "D",
                                "get",
                                "assignment/new",
                                false),
                        verb(Act.HAND_BACK, "hand_back", "corner-down-left", null, "delete", "acceptance", false),
                        verb(
                                Act.REOPENING,
                                "reopen",
                                "history",
                                null,
                                "get",
                                "reopening/new",
                                stage == Stage.Name.CLOSED),
                        verb(Act.EDIT, "edit", "pen-line", "M", "get", "edit", false))
                .stream()
                .filter(verb -> allowed.contains(verb.act()))
                .toList();
    }

    private static Verb verb(
            Act act, String word, String icon, @Nullable String key, String method, String noun, boolean primary) {
        return new Verb(act, "ticket.verb." + word, icon, key, method, noun, primary);
    }

    public boolean asks() {
        return method.equals("get");
    }
}
