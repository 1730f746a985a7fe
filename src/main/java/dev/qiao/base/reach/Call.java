package dev.qiao.base.reach;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request to somebody else's machine.
 *
 * @param inside whether an administrator allowed addresses of this machine and its link
 * @param limit after which it is over, whatever it waits for
 * @param most so many bytes of the answer are read
 */
public record Call(
        String method, URI to, Map<String, String> headers, byte[] body, boolean inside, Duration limit, int most) {
    /** What most answer is short. */
    private static final int SHORT = 64 * 1_024;

    @Override
    public String toString() {
        // The path and the query of a robot's address are its secret.
        return method + " " + to.getHost();
    }

    public static Call post(URI to, Map<String, String> headers, byte[] body, boolean inside, Duration limit) {
        return new Call("POST", to, headers, body, inside, limit, SHORT);
    }
}
