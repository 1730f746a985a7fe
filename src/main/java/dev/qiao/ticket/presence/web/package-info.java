/** How pages say that somebody is there, and show who else is. */
@NullMarked
package dev.qiao.ticket.presence.web;

import org.jspecify.annotations.NullMarked;
