package dev.qiao.ticket;

import dev.qiao.base.Me;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.form.Filled;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as somebody wants it, before it has a number.
 *
 * @param id made by the sender, so that an answer that got lost can be looked up instead of guessed
 * @param requester null: the one who writes
 * @param organization null: the requester's
 * @param startedAt when the fault began; null when nobody said
 * @param filled what else was asked and answered; null: nothing was
 */
public record Draft(
        UUID id,
        Me by,
        Kind kind,
        String title,
        String description,
        Level impact,
        Level urgency,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long organization,
        @Nullable Long requester,
        Source source,
        @Nullable Instant startedAt,
        List<String> tags,
        boolean restricted,
        @Nullable Filled filled) {

    /** Without a form. */
    public Draft(
            UUID id,
            Me by,
            Kind kind,
            String title,
            String description,
            Level impact,
            Level urgency,
            @Nullable Long category,
            @Nullable Long service,
            @Nullable Long organization,
            @Nullable Long requester,
            Source source,
            @Nullable Instant startedAt,
            List<String> tags,
            boolean restricted) {
        this(
                id,
                by,
                kind,
                title,
                description,
                impact,
                urgency,
                category,
                service,
                organization,
                requester,
                source,
                startedAt,
                tags,
                restricted,
                null);
    }

    /** Only a title is compulsory. */
    public static Draft titled(String title, Me by, Source source) {
        return new Draft(
                UUID.randomUUID(),
                by,
                Kind.INCIDENT,
                title,
                "",
                Level.MEDIUM,
                Level.MEDIUM,
                null,
                null,
                null,
                null,
                source,
                null,
                List.of(),
                false);
    }

    /** The same for another service. */
    public Draft service(@Nullable Long other) {
        return new Draft(
                id,
                by,
                kind,
                title,
                description,
                impact,
                urgency,
                category,
                other,
                organization,
                requester,
                source,
                startedAt,
                tags,
                restricted,
                filled);
    }

    /** The same for somebody else. */
    public Draft requester(@Nullable Long other) {
        return new Draft(
                id,
                by,
                kind,
                title,
                description,
                impact,
                urgency,
                category,
                service,
                organization,
                other,
                source,
                startedAt,
                tags,
                restricted,
                filled);
    }

    /** The same with a form that was filled in; null: without. */
    public Draft filled(@Nullable Filled other) {
        return new Draft(
                id,
                by,
                kind,
                title,
                description,
                impact,
                urgency,
                category,
                service,
                organization,
                requester,
                source,
                startedAt,
                tags,
                restricted,
                other);
    }
}
