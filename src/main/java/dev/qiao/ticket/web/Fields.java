package dev.qiao.ticket.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the fields of forms have in common: words to choose from, and times of the reader's own. */
public final class Fields {
    private Fields() {}

    /** The id of a ticket that a page sends: the same for the same words, so that sending twice does once; nobody's meets another's. */
    public static UUID own(@Nullable UUID made, Me me, @Nullable Object... words) {
        if (made == null) return UUID.randomUUID();
        var sent = me.id() + "\n" + made + "\n" + Arrays.toString(words);
        return UUID.nameUUIDFromBytes(sent.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Words to choose from.
     *
     * @param prefix of the message keys, such as {@code ticket.kind.}
     */
    public static List<Choice> words(String prefix, Coded[] words, Page page) {
        return Arrays.stream(words)
                .map(w -> new Choice(w.code(), page.t(prefix + w.code())))
                .toList();
    }

    /** A moment as {@code datetime-local} takes it, in the reader's zone, to the minute. */
    public static String local(Instant at, Page page) {
        return LocalDateTime.ofInstant(at, page.reader().zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** A local date and time as {@code datetime-local} sends it. Errors: invalid, when it is none. */
    public static @Nullable Instant moment(String field, @Nullable String local, ZoneId zone) {
        if (local == null || local.isBlank()) return null;
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid(field, "base.bad_moment");
        }
    }
}
