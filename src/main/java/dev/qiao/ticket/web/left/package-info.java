/** Words that were written for an act which is no longer possible. */
@NullMarked
package dev.qiao.ticket.web.left;

import org.jspecify.annotations.NullMarked;
