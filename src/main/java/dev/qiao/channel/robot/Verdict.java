package dev.qiao.channel.robot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a vendor's answer means; most say it in the body, whatever the status. */
sealed interface Verdict {
    /** It is in the group. */
    record Said() implements Verdict {}

    /** Too much at once: not now, but nothing is wrong. */
    record TooFast(Duration rest, String code) implements Verdict {}

    /**
     * It was not taken.
     *
     * @param forever the address, the signature or a keyword is wrong, and trying again changes nothing
     */
    record Refused(@Nullable String code, boolean forever) implements Verdict {}
}
