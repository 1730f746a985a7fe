/** The last act of a person on a ticket, which they can take back for a while. */
@NullMarked
@NamedInterface("undo")
package dev.qiao.ticket.undo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
