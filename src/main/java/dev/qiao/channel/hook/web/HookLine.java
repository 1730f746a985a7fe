package dev.qiao.channel.hook.web;

import dev.qiao.channel.hook.Hook;
import java.time.Instant;

/**
 * A webhook as it is read in the list.
 *
 * @param waiting so many messages wait for it
 * @param dead so many were given up
 */
public record HookLine(Hook hook, long waiting, long dead, Instant now) {
    /** The shape and colour of its state. */
    public String mark() {
        if (hook.goneAt() != null) return "down";
        if (!hook.draft().active()) return "waiting";
        return hook.failures() > 0 || dead > 0 ? "near" : "resolved";
    }

    /** The key of the word for its state. */
    public String word() {
        if (hook.goneAt() != null) return "channel.hook_gone";
        if (!hook.draft().active()) return "channel.hook_off";
        return hook.failures() > 0 ? "channel.hook_failing" : dead > 0 ? "channel.hook_some_dead" : "channel.hook_well";
    }
}
