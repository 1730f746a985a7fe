/** Open tickets that say nearly the same. */
@NullMarked
package dev.qiao.ticket.similar;

import org.jspecify.annotations.NullMarked;
