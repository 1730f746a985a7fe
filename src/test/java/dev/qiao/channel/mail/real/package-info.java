/** The desk between real mail servers. */
@NullMarked
package dev.qiao.channel.mail.real;

import org.jspecify.annotations.NullMarked;
