/** Macros: where they are put together, and where they are used. */
@NullMarked
package dev.qiao.ticket.macro.web;

import org.jspecify.annotations.NullMarked;
