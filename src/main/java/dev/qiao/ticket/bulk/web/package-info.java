/** Bulk acts as pages and in the API. */
@NullMarked
package dev.qiao.ticket.bulk.web;

import org.jspecify.annotations.NullMarked;
