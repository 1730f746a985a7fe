package dev.qiao.ticket.talk;

import dev.qiao.base.Coded;
import dev.qiao.journal.Audience;

/** To whom a person may speak on a ticket: everybody who sees it, or the desk. The journal's third audience is nobody's to choose. */
public enum Hearers implements Coded {
    PUBLIC,
    INTERNAL;

    public Audience audience() {
        return switch (this) {
            case PUBLIC -> Audience.PUBLIC;
            case INTERNAL -> Audience.INTERNAL;
        };
    }

    /** Those who were spoken to; nothing that was said is kept for less than the desk. */
    public static Hearers of(Audience audience) {
        return audience == Audience.PUBLIC ? PUBLIC : INTERNAL;
    }
}
