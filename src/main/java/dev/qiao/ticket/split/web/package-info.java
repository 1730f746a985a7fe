/** Splitting on the page of a ticket. */
@NullMarked
package dev.qiao.ticket.split.web;

import org.jspecify.annotations.NullMarked;
