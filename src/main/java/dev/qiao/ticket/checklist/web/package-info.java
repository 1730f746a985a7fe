/** The checklist on the page of a ticket and in the API. */
@NullMarked
package dev.qiao.ticket.checklist.web;

import org.jspecify.annotations.NullMarked;
