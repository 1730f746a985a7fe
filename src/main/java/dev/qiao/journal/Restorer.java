package dev.qiao.journal;

import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a room takes back changes of one kind of thing, as a bean: by its own verb, so with the rights and the checks of that verb. What
 * has none cannot be written by {@link Journal}.
 *
 * @param what as {@link Configured} calls the kind
 * @param stays why a change can never be taken back, as the key of a text; mostly empty
 */
public record Restorer(String what, Function<Change, Optional<String>> stays, Way way) {
    public Restorer(String what, Way way) {
        this(what, _ -> Optional.empty(), way);
    }

    /** The same, but for such changes: they say why they stay. */
    public Restorer except(Function<Change, Optional<String>> others) {
        return new Restorer(what, others, way);
    }

    /** The same for things that stay once they were made, because of this. */
    public Restorer lasting(String why) {
        return except(change -> change.isNew() ? Optional.of(why) : Optional.empty());
    }

    /** Looks at how the thing is now, and answers the act that makes it what it was: it fails when somebody comes between. */
    @FunctionalInterface
    public interface Way {
        Runnable back(Change change, Me me, Instant now);
    }

    /** What is taken back. */
    public record Change(
            long subject,
            String code,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        static Change of(Recorded entry) {
            var facts = entry.as(Configured.class);
            return new Change(entry.subject(), facts.code(), facts.before(), facts.after());
        }

        public boolean isNew() {
            return before == null || before.isNull();
        }

        /** As it was; empty when it was new. */
        public <T> Optional<T> was(Class<T> type) {
            return read(before, type);
        }

        /** What the change made of it; empty when it went. */
        public <T> Optional<T> became(Class<T> type) {
            return read(after, type);
        }

        /** As it was. Errors: what cannot go again cannot be taken back by making it. */
        public <T> T must(Class<T> type) {
            return was(type).orElseThrow(() -> Refused.conflict("journal.reversal_of_new"));
        }

        private static <T> Optional<T> read(@Nullable JsonNode node, Class<T> type) {
            return node == null || node.isNull() ? Optional.empty() : Optional.of(new Json(node.toString()).as(type));
        }
    }
}
