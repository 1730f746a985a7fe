/** Taking back on the page of a ticket. */
@NullMarked
package dev.qiao.ticket.undo.web;

import org.jspecify.annotations.NullMarked;
