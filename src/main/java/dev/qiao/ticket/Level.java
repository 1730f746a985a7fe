package dev.qiao.ticket;

import dev.qiao.base.Coded;

/** How far it reaches (impact), or how soon it hurts (urgency). */
public enum Level implements Coded {
    HIGH,
    MEDIUM,
    LOW
}
