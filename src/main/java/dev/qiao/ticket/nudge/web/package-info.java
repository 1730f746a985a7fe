/** Nudges on the page of a ticket and in the API. */
@NullMarked
package dev.qiao.ticket.nudge.web;

import org.jspecify.annotations.NullMarked;
