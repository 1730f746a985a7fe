/** The dates of tickets as a calendar. */
@NullMarked
package dev.qiao.ticket.dates.web;

import org.jspecify.annotations.NullMarked;
