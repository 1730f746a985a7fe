/** Robots in the groups of DingTalk, WeCom, Feishu, Slack and Teams: each with its own signing, limits and codes. */
@NullMarked
package dev.qiao.channel.robot;

import org.jspecify.annotations.NullMarked;
