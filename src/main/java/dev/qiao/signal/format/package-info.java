/** The formats in which senders speak. */
@NullMarked
package dev.qiao.signal.format;

import org.jspecify.annotations.NullMarked;
