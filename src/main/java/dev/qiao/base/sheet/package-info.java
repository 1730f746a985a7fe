/** Lists as files: written row by row while they are read, told how far, stopped when nobody wants them any more. */
@NullMarked
@NamedInterface("sheet")
package dev.qiao.base.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
