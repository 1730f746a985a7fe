/** What is to be done on a ticket, point by point. */
@NullMarked
@NamedInterface("checklist")
package dev.qiao.ticket.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
