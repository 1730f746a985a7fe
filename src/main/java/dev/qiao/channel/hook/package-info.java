/** Webhooks: other programs are told what happens to tickets, signed and repeated as Standard Webhooks says. */
@NullMarked
package dev.qiao.channel.hook;

import org.jspecify.annotations.NullMarked;
