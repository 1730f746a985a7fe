/** On call: who is on duty, what they hold, and who comes next. */
@NullMarked
package dev.qiao.dispatch.oncall;

import org.jspecify.annotations.NullMarked;
