package dev.qiao.base.reach;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request to somebody else's machine.
 *
 * @param inside whether an administrator allowed addresses of this machine and its link
 * @param limit after which it is over, whatever it waits for
 */
public record Call(String method, URI to, Map<String, String> headers, byte[] body, boolean inside, Duration limit) {
    @Override
    public String toString() {
        // The path and the query of a robot's address are its secret.
        return method + " " + to.getHost();
    }

    public static Call post(URI to, Map<String, String> headers, byte[] body, boolean inside, Duration limit) {
        return new Call("POST", to, headers, body, inside, limit);
    }
}
