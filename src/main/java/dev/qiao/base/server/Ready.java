package dev.qiao.base.server;

import org.springframework.stereotype.Component;

/** Whether the desk has opened: true once everything that had to be done at its start is done. */
@Component
public class Ready {
    private volatile boolean open;

    Ready() {}

    public boolean open() {
        return open;
    }

    /** Visitors may come. */
    public void opened() {
        open = true;
    }
}
