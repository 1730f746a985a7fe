package dev.qiao.channel.robot.web;

import dev.qiao.channel.robot.Robot;
import java.time.Instant;

/**
 * A robot as it is read in the list.
 *
 * @param addressed whether it has an address
 * @param waiting so much it has still to say
 * @param dead so much was given up
 */
public record RobotLine(Robot robot, boolean addressed, long waiting, long dead, Instant now) {
    /** The shape and colour of its state. */
    public String mark() {
        if (!addressed) return "down";
        if (!robot.draft().active()) return "waiting";
        return robot.failures() > 0 || dead > 0 ? "near" : "resolved";
    }

    /** The key of the word for its state. */
    public String word() {
        if (!addressed) return "channel.robot_no_address";
        if (!robot.draft().active()) return "channel.hook_off";
        return robot.failures() > 0
                ? "channel.hook_failing"
                : dead > 0 ? "channel.hook_some_dead" : "channel.hook_well";
    }
}
