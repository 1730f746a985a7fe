/** Whether agreements can keep what they say: rules that never apply, promises that never fall due. */
@NullMarked
@NamedInterface("check")
package dev.qiao.sla.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
