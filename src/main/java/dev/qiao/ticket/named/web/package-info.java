/** Naming people for a restricted ticket, on its page and through the API. */
@NullMarked
package dev.qiao.ticket.named.web;

import org.jspecify.annotations.NullMarked;
