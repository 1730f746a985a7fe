/** Words that are said again and again, with places for what differs. */
@NullMarked
@NamedInterface("canned")
package dev.qiao.ticket.canned;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
