/** Tickets as cards in columns. */
@NullMarked
package dev.qiao.ticket.board.web;

import org.jspecify.annotations.NullMarked;
