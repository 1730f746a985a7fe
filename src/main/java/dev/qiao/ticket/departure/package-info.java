/** 离职: work of people who have left goes back to their teams. */
@NullMarked
@NamedInterface("departure")
package dev.qiao.ticket.departure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
