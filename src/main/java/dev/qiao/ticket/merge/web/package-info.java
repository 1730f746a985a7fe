/** Merging on the page of a ticket. */
@NullMarked
package dev.qiao.ticket.merge.web;

import org.jspecify.annotations.NullMarked;
