/**
 * 收信: mail in, from its first byte to the ticket.
 *
 * <pre>
 * {@link dev.qiao.channel.mail.Mailboxes}    the addresses at which people write, and what follows from a mail there
 * {@link dev.qiao.channel.mail.MailRoom}     keeps a mail before anybody reads it
 * {@link dev.qiao.channel.mail.Intake}       decides what becomes of it, in one transaction with what it becomes
 * {@link dev.qiao.channel.mail.Mails}        the log of them
 * {@link dev.qiao.channel.mail.Marks}        how an answer is known to belong to a ticket
 * </pre>
 */
@NullMarked
package dev.qiao.channel.mail;

import org.jspecify.annotations.NullMarked;
