/** Acts on one ticket, each a resource below it. */
@NullMarked
package dev.qiao.ticket.web.act;

import org.jspecify.annotations.NullMarked;
