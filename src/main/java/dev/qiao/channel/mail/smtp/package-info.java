/** Mail by SMTP, as a mail server hands it over: where {@code QIAO_SMTP_IN} says. */
@NullMarked
package dev.qiao.channel.mail.smtp;

import org.jspecify.annotations.NullMarked;
