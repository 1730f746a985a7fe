/** Saved views as pages and in the API. */
@NullMarked
package dev.qiao.ticket.view.web;

import org.jspecify.annotations.NullMarked;
