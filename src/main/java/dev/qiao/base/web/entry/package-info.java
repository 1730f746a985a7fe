/** What stands before every page: what is turned away there, and when a controller is made. */
@NullMarked
package dev.qiao.base.web.entry;

import org.jspecify.annotations.NullMarked;
