/** Tickets that say nearly the same: those that are open, and those that were solved. */
@NullMarked
@NamedInterface("similar")
package dev.qiao.ticket.similar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
