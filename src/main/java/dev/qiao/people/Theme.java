package dev.qiao.people;

import dev.qiao.base.Coded;

/** The light in which a person reads. */
public enum Theme implements Coded {
    SYSTEM,
    LIGHT,
    DARK
}
