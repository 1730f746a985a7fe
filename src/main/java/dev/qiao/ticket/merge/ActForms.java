package dev.qiao.ticket.merge;

import java.util.List;

/** Acts with a form of their own, in which somebody may have written something that is not sent yet. */
public final class ActForms {
    /** Their nouns, as they stand behind the path of a ticket. */
    public static final List<String> NOUNS = List.of(
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

    private ActForms() {}
}
