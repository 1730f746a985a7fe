/** What can be set from outside, and where it is read from. */
@NullMarked
@NamedInterface("settings")
package dev.qiao.base.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
