/** Where machines speak, and where people see what they said. */
@NullMarked
package dev.qiao.signal.web;

import org.jspecify.annotations.NullMarked;
