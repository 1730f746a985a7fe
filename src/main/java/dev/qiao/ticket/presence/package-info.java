/** Who reads and who types on a ticket just now. */
@NullMarked
package dev.qiao.ticket.presence;

import org.jspecify.annotations.NullMarked;
