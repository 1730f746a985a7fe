package dev.qiao.channel.hook;

/** How many messages wait for a webhook, and how many were given up; nobody counts beyond a thousand. */
public record HookStanding(long hook, long waiting, long dead) {}
