/** Pages on which an administrator sorts and weighs tickets to come. */
@NullMarked
package dev.qiao.ticket.web.admin;

import org.jspecify.annotations.NullMarked;
