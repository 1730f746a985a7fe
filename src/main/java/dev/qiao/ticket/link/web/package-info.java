/** Links on the page of a ticket and in the API. */
@NullMarked
package dev.qiao.ticket.link.web;

import org.jspecify.annotations.NullMarked;
