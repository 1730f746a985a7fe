/**
 * The pages and the API of tickets.
 *
 * <pre>
 * ticket.web.row(page, row)                 a {@link dev.qiao.ticket.web.TicketRow} in any list of tickets
 * ticket.web.queue                          the queue, and the ticket that opens beside it
 * ticket.web.show(page, ticket)             the desk's page of a {@link dev.qiao.ticket.web.TicketPage}
 * ticket.web.talk, promises, facts, verbs   its parts, each exchanged in place when the ticket changes
 * ticket.web.help                           the requester's pages
 * ticket.web.home                           where a day at the desk begins
 * </pre>
 */
@NullMarked
package dev.qiao.ticket.web;

import org.jspecify.annotations.NullMarked;
