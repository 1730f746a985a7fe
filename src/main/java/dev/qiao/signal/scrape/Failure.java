package dev.qiao.signal.scrape;

import java.io.IOException;

/** Why an exporter could not be read. */
final class Failure extends IOException {
    private final String key;
    private final String detail;

    /**
     * What is told of it.
     *
     * @param key of the message
     * @param detail its only argument
     */
    Failure(String key, String detail) {
        super(key + " " + detail);
        this.key = key;
        this.detail = detail;
    }

    String key() {
        return key;
    }

    String detail() {
        return detail;
    }
}
