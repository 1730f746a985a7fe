/** What comments are about: themes by words that an administrator lists. */
@NullMarked
@NamedInterface("theme")
package dev.qiao.feedback.theme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
