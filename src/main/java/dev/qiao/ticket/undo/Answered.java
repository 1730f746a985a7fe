package dev.qiao.ticket.undo;

import dev.qiao.ticket.Ticket;

/** Another room's word that a solution has been answered there since, so that it can no longer be as if there had been none. */
public interface Answered {
    /** Throws {@link dev.qiao.base.Refused} where it has been. */
    void check(Ticket resolved);
}
