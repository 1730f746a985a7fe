/** How changes of agreements are taken back. */
@NullMarked
package dev.qiao.sla.restore;

import org.jspecify.annotations.NullMarked;
