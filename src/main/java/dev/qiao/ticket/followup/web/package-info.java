/** Follow-up dates on the page of a ticket and in the API. */
@NullMarked
package dev.qiao.ticket.followup.web;

import org.jspecify.annotations.NullMarked;
