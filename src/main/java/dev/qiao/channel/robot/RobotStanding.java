package dev.qiao.channel.robot;

/** How much a robot has still to say, and how much was given up; nobody counts beyond a thousand. */
public record RobotStanding(long robot, long waiting, long dead) {}
