package dev.qiao.signal;

import dev.qiao.base.Coded;

/** Who speaks to us, each in a format of its own. */
public enum Sender implements Coded {
    /** Prometheus Alertmanager, webhook version 4. */
    ALERTMANAGER
}
