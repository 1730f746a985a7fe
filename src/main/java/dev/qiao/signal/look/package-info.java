/** Where to look: what is likely the cause of an incident, with the reason. */
@NullMarked
package dev.qiao.signal.look;

import org.jspecify.annotations.NullMarked;
