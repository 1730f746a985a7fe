/** How a word or a file gets onto a ticket: to whom it may be spoken, and a file in one act. */
@NullMarked
package dev.qiao.ticket.talk;

import org.jspecify.annotations.NullMarked;
