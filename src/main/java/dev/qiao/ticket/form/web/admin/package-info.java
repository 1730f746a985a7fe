/** Pages on which an administrator works out what is asked. */
@NullMarked
package dev.qiao.ticket.form.web.admin;

import org.jspecify.annotations.NullMarked;
