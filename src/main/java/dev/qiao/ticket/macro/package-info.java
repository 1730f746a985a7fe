/** Several acts at once. */
@NullMarked
@NamedInterface("macro")
package dev.qiao.ticket.macro;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
