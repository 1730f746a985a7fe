/** Time spent, on the page of a ticket and in the API. */
@NullMarked
package dev.qiao.ticket.effort.web;

import org.jspecify.annotations.NullMarked;
