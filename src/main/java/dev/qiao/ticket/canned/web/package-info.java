/** Canned replies: where they are written, and where they are used. */
@NullMarked
package dev.qiao.ticket.canned.web;

import org.jspecify.annotations.NullMarked;
