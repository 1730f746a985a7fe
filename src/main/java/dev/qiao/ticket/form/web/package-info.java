/** Pages and API of forms: their making, what can be asked, and answers as they were asked then. */
@NullMarked
package dev.qiao.ticket.form.web;

import org.jspecify.annotations.NullMarked;
