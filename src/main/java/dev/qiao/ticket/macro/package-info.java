/** Several acts at once. */
@NullMarked
package dev.qiao.ticket.macro;

import org.jspecify.annotations.NullMarked;
