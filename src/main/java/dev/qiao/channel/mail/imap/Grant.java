package dev.qiao.channel.mail.imap;

import dev.qiao.base.Json;

/**
 * What is kept of OAuth2 beside the identity of the client.
 *
 * @param secret of the client; may be empty
 * @param refresh what a token is asked for with
 */
public record Grant(String secret, String refresh) {
    /** As it is kept. */
    public static String stored(String secret, String refresh) {
        return Json.of(new Grant(secret, refresh)).text();
    }

    static Grant read(String stored) {
        return new Json(stored).as(Grant.class);
    }

    @Override
    public String toString() {
        return "grant";
    }
}
