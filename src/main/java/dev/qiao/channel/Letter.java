package dev.qiao.channel;

import java.time.Instant;

/**
 * A mail ready to be sent.
 *
 * @param id stays the same however often it is sent, so that a second copy can be known as one
 * @param language of its words, as HTTP says it
 */
record Letter(String id, String to, String subject, String text, String html, String language, Instant written) {
    @Override
    public String toString() {
        return "letter " + id;
    }
}
