package dev.qiao.signal;

/** One thing that a sender said. */
public sealed interface Saying permits Told, Over, Deployed, Line, Measured {}
