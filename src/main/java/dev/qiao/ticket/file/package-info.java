/** Files that nobody wants any more. */
@NullMarked
package dev.qiao.ticket.file;

import org.jspecify.annotations.NullMarked;
