/** Who is told of a promise at which moment before and after it is due. */
@NullMarked
@NamedInterface("ladder")
package dev.qiao.sla.ladder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
