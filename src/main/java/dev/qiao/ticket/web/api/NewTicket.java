package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.web.References;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as the API takes it; only the title is compulsory. */
record NewTicket(
        @Nullable String title,
        @Nullable String description,
        @Nullable Kind kind,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable String service,
        @Nullable String category,
        @Nullable String requester,
        @Nullable String organization,
        @Nullable Instant startedAt,
        @Nullable Source source,
        @Nullable List<@Nullable String> tags,
        @Nullable Boolean restricted) {

    Draft draft(UUID id, References references, Me me) {
        return new Draft(
                id,
                me,
                Objects.requireNonNullElse(kind, Kind.INCIDENT),
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(impact, Level.MEDIUM),
                Objects.requireNonNullElse(urgency, Level.MEDIUM),
                references.category("category", category),
                references.service("service", service),
                references.organization("organization", organization),
                references.person("requester", requester),
                Objects.requireNonNullElse(source, Source.API),
                startedAt,
                tags == null
                        ? List.of()
                        : tags.stream().filter(Objects::nonNull).toList(),
                Boolean.TRUE.equals(restricted));
    }
}
