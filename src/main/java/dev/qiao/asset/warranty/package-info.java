/** Warranties and support contracts of what services run on, and until when. */
@NullMarked
@NamedInterface("warranty")
package dev.qiao.asset.warranty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
