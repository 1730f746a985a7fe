/** Pages and API of webhooks. */
@NullMarked
package dev.qiao.channel.hook.web;

import org.jspecify.annotations.NullMarked;
