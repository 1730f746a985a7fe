/** Where a day at the desk begins. */
@NullMarked
package dev.qiao.ticket.web.home;

import org.jspecify.annotations.NullMarked;
