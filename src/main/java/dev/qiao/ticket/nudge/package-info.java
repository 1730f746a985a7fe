/** 催办: asking to be quicker, counted and told. */
@NullMarked
package dev.qiao.ticket.nudge;

import org.jspecify.annotations.NullMarked;
