/** What somebody may see and do, and why. */
@NullMarked
@NamedInterface("access")
package dev.qiao.people.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
