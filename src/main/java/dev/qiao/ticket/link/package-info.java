/** How tickets stand to one another: duplicates, causes, parents and children. */
@NullMarked
package dev.qiao.ticket.link;

import org.jspecify.annotations.NullMarked;
