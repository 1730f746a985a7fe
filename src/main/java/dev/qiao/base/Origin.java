package dev.qiao.base;

/** Where an act comes from. Dispatch, notices and escalation follow only what is live; figures and audit follow all. */
public enum Origin implements Coded {
    LIVE,
    IMPORT,
    DEMO
}
