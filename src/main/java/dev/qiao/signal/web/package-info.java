/** Where people see what machines said, and connect them. */
@NullMarked
package dev.qiao.signal.web;

import org.jspecify.annotations.NullMarked;
