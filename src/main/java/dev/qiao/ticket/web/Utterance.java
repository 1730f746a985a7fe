package dev.qiao.ticket.web;

import dev.qiao.base.web.Face;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a conversation: what somebody said, or a step of the work between. */
public sealed interface Utterance {
    Instant at();

    /**
     * Words of a person or a machine.
     *
     * @param inside only colleagues see it
     * @param html already safe
     * @param via word of the channel it came by; null on the page itself
     */
    record Say(
            long id,
            Face author,
            Instant at,
            boolean inside,
            String html,
            @Nullable String via,
            List<Attached> files) implements Utterance {}

    /**
     * An act that belongs into the story, such as a hold.
     *
     * @param icon of icons.svg; marks begin with m-
     * @param actor who did it; null for nobody in particular
     */
    record Step(Instant at, String icon, @Nullable String actor, String words) implements Utterance {}

    /** A file that came with words. */
    record Attached(String name, long bytes, String href, boolean image) {}
}
