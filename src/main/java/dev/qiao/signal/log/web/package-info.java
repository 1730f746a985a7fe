/** Where people see what logs say. */
@NullMarked
package dev.qiao.signal.log.web;

import org.jspecify.annotations.NullMarked;
