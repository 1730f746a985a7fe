/** What else can be done with a ticket, gathered in one place of its page. */
@NullMarked
package dev.qiao.ticket.web.tool;

import org.jspecify.annotations.NullMarked;
