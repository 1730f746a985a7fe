/** Load: how much open work teams and services have, counted once for all who see the same. */
@NullMarked
@NamedInterface("load")
package dev.qiao.ticket.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
