/** The senders that are connected: who they are, what they need, and the keys that they show. */
@NullMarked
@NamedInterface("source")
package dev.qiao.signal.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
