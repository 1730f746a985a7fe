package dev.qiao.base.server;

/** The desk cannot start, and says why in one sentence that the person at the console can act on. */
public final class CannotServe extends RuntimeException {
    public CannotServe(String why) {
        super(why);
    }

    public CannotServe(String why, Throwable cause) {
        super(why, cause);
    }
}
