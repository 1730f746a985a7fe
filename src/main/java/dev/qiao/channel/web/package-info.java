/** Pages of the inbox and of letters that could not be sent. */
@NullMarked
package dev.qiao.channel.web;

import org.jspecify.annotations.NullMarked;
