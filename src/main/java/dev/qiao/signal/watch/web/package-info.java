/** Pages of the rules by which figures are watched. */
@NullMarked
package dev.qiao.signal.watch.web;

import org.jspecify.annotations.NullMarked;
