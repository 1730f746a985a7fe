package dev.qiao.signal.web;

import dev.qiao.signal.Grade;

/** A word with its meaning, and how it is written in an address. */
public record GradeLine(Grade grade, String query) {}
