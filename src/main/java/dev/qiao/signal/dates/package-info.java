/** What ends on a known day, told in time. */
@NullMarked
package dev.qiao.signal.dates;

import org.jspecify.annotations.NullMarked;
