/** The command palette. */
@NullMarked
package dev.qiao.base.web.palette;

import org.jspecify.annotations.NullMarked;
