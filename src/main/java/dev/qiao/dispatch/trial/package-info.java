/** What rules would have done, and what they did. */
@NullMarked
package dev.qiao.dispatch.trial;

import org.jspecify.annotations.NullMarked;
