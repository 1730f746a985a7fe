package dev.qiao.base.reach;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else's machine answered.
 *
 * @param body as much of it as is read
 * @param cut whether there was more
 * @param retryAfter as the header of that name says it
 */
public record Answer(
        int status, byte[] body, boolean cut, @Nullable String retryAfter) {
    public boolean good() {
        return status / 100 == 2;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
