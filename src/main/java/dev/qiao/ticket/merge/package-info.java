/** Tickets that go on in another one, and come out of it again. */
@NullMarked
@NamedInterface("merge")
package dev.qiao.ticket.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
