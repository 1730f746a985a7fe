/** Pages of mailboxes and of the mails that came. */
@NullMarked
package dev.qiao.channel.mail.web;

import org.jspecify.annotations.NullMarked;
