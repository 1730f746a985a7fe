/** Open tickets that say nearly the same, while somebody writes and beside a ticket. */
@NullMarked
package dev.qiao.ticket.similar.web;

import org.jspecify.annotations.NullMarked;
