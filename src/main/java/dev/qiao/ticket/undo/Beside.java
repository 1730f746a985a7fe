package dev.qiao.ticket.undo;

import dev.qiao.base.Json;
import dev.qiao.ticket.Acting.Said;
import java.util.List;

/** What stands beside a ticket in a table of its own and is changed by the same acts: it comes back together with the ticket. */
public interface Beside {
    /** A stable name, under which it is kept. */
    String code();

    /** How it stands now; also that there is nothing. */
    Json keep(long number);

    /** Makes it so again, inside the transaction that brings the ticket back; says so, where it stood otherwise by then. */
    List<Said> bringBack(long number, Json kept);
}
