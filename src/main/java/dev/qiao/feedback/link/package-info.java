/** Rating without a sign-in: links that stand in mail, each for one answer. */
@NullMarked
@NamedInterface("link")
package dev.qiao.feedback.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
