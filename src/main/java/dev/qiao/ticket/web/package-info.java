/**
 * The pages and the API of tickets.
 *
 * <pre>
 * ticket.web.rows(page, rows, next = null, group = "")   rows of the queue with their group heads; next fetches on
 * ticket.web.show(page, ticket)                          the desk's page of a {@link dev.qiao.ticket.web.TicketPage}
 * ticket.web.follow(page, ticket)                        the requester's page of the same
 * ticket.web.talk, promises, facts, verbs, composer      its parts
 * </pre>
 */
@NullMarked
package dev.qiao.ticket.web;

import org.jspecify.annotations.NullMarked;
