/**
 * Reading a mail: bytes in, words and files out, whatever its sender thought that mails look like. All of it is pure; nothing but the bounds
 * of {@link dev.qiao.channel.mail.read.Parts} is refused.
 *
 * <pre>
 * {@link dev.qiao.channel.mail.read.Parsed}    what came of it
 * {@link dev.qiao.channel.mail.read.Parts}     cuts it into its parts
 * {@link dev.qiao.channel.mail.read.Nature}    whether a person wrote it
 * {@link dev.qiao.channel.mail.read.Charsets}  bytes to words, also where the mail lies about them
 * </pre>
 */
@NullMarked
package dev.qiao.channel.mail.read;

import org.jspecify.annotations.NullMarked;
