/** Acts as things that can be kept, listed and done later: what bulk acts and macros consist of. */
@NullMarked
@NamedInterface("deed")
package dev.qiao.ticket.deed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
