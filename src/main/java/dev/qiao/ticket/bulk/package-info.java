/** One act on many tickets: frozen, done bit by bit with the person's own rights, told one by one. */
@NullMarked
package dev.qiao.ticket.bulk;

import org.jspecify.annotations.NullMarked;
