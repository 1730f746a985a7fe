/** What the machine under the desk says of itself. */
@NullMarked
package dev.qiao.signal.host;

import org.jspecify.annotations.NullMarked;
