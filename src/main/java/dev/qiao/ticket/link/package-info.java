/** How tickets stand to one another: duplicates, causes, parents and children. */
@NullMarked
@NamedInterface("link")
package dev.qiao.ticket.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
