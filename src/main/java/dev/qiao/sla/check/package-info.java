/** Whether agreements can keep what they say: rules that never apply, promises that never fall due. */
@NullMarked
package dev.qiao.sla.check;

import org.jspecify.annotations.NullMarked;
