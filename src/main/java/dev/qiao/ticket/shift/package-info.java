/** Handing over at the end of a shift: what the desk prepares, what the outgoing says, who took it over. */
@NullMarked
@NamedInterface("shift")
package dev.qiao.ticket.shift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
