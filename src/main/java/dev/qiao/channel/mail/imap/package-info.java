/** Mail by IMAP: boxes that the desk looks into by itself. It marks what is kept as seen, and deletes nothing. */
@NullMarked
package dev.qiao.channel.mail.imap;

import org.jspecify.annotations.NullMarked;
