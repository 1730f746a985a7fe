/** The settings of reminders. */
@NullMarked
package dev.qiao.ticket.silence.web;

import org.jspecify.annotations.NullMarked;
