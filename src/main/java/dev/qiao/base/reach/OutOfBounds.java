package dev.qiao.base.reach;

import java.io.IOException;

/** The desk does not call this address by itself. */
public final class OutOfBounds extends IOException {
    private static final long serialVersionUID = 1L;

    OutOfBounds(String host) {
        super(host);
    }
}
