/** How canned replies and macros were worded, for those who take a change back. */
@NullMarked
package dev.qiao.ticket.wording;

import org.jspecify.annotations.NullMarked;
