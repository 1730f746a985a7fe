/** How changes of agreements are taken back, and what was said of them before that was possible. */
@NullMarked
package dev.qiao.sla.restore;

import org.jspecify.annotations.NullMarked;
