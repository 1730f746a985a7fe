/** How long a requester has not heard anything, and who is reminded of it. */
@NullMarked
package dev.qiao.ticket.silence;

import org.jspecify.annotations.NullMarked;
