/** Pages and API of robots. */
@NullMarked
package dev.qiao.channel.robot.web;

import org.jspecify.annotations.NullMarked;
