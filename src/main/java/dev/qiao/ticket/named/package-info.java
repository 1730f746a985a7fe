/** Who may see a restricted ticket: named people, and nobody else. */
@NullMarked
package dev.qiao.ticket.named;

import org.jspecify.annotations.NullMarked;
