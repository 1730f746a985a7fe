/** What must hold of tickets, for {@code bin/qiao verify}. */
@NullMarked
package dev.qiao.ticket.check;

import org.jspecify.annotations.NullMarked;
