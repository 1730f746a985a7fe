/** What people report of a fault that machines told of. */
@NullMarked
package dev.qiao.signal.web.same;

import org.jspecify.annotations.NullMarked;
