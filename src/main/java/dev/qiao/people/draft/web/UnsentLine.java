package dev.qiao.people.draft.web;

import dev.qiao.base.Json;
import dev.qiao.people.draft.Begun;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Origins.Origin;

/** What waits to be sent in one form. */
public record UnsentLine(Begun begun, Origin origin) {
    public Draft draft() {
        return begun.draft();
    }

    public String words() {
        return String.join("\n", origin.words());
    }

    /** All of it, so that it can be taken back. */
    public String fields() {
        return Json.of(draft().fields()).text();
    }
}
