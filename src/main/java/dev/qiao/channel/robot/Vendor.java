package dev.qiao.channel.robot;

import dev.qiao.base.reach.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How one vendor's robots are spoken to. */
interface Vendor {
    /** A request: where, and what. */
    record Said(URI to, String body) {
        int bytes() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    RobotKind kind();

    /** Signed for this moment, where the robot has a secret. */
    Said write(Note note, String address, @Nullable String secret, Instant now);

    Verdict judge(Answer answer);

    /**
     * With as many lines as fit into what the vendor takes; one line always does.
     *
     * @param first the note with so many of its lines
     */
    default Said fitting(IntFunction<Note> first, int lines, String address, @Nullable String secret, Instant now) {
        for (int many = lines; many > 1; many--) {
            var said = write(first.apply(many), address, secret, now);
            if (said.bytes() <= kind().mostBytes) return said;
        }
        return write(first.apply(1), address, secret, now);
    }
}
