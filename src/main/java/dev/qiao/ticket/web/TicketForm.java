package dev.qiao.ticket.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Editing.Wanted;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A new ticket or a changed one as the form sends it; times are the reader's own. */
record TicketForm(
        @Nullable String title,
        @Nullable String description,
        @Nullable String kind,
        @Nullable String impact,
        @Nullable String urgency,
        @Nullable String priority,
        @Nullable String priorityReason,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long organization,
        @Nullable Long requester,
        @Nullable String requesterLogin,
        @Nullable String source,
        @Nullable String startedAt,
        @Nullable String tags,
        @Nullable Boolean restricted,
        @Nullable UUID id) {
    /** Before the name of a field: what it was when the form was opened. */
    static final String WAS = "was.";

    /** Of an edit whose fields have been merged. */
    static TicketForm of(Map<String, String> values) {
        return new TicketForm(
                values.get("title"),
                values.get("description"),
                values.get("kind"),
                values.get("impact"),
                values.get("urgency"),
                values.get("priority"),
                values.get("priorityReason"),
                number("category", values),
                number("service", values),
                null,
                null,
                null,
                null,
                values.get("startedAt"),
                values.get("tags"),
                null,
                null);
    }

    private static @Nullable Long number(String field, Map<String, String> values) {
        var text = values.getOrDefault(field, "");
        if (text.isBlank()) return null;
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            throw Refused.malformed(field, "base.garbled");
        }
    }

    /** @param asking who wants to work again; null: the one who writes */
    Draft draft(@Nullable Long asking, Me me) {
        return new Draft(
                Fields.own(id, me, title, description),
                me,
                word(Kind.class, "kind", kind, Kind.INCIDENT),
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(description, ""),
                word(Level.class, "impact", impact, Level.MEDIUM),
                word(Level.class, "urgency", urgency, Level.MEDIUM),
                category,
                service,
                organization,
                asking,
                word(Source.class, "source", source, Source.WEB),
                Fields.moment("startedAt", startedAt, me.zone()),
                labels(),
                Boolean.TRUE.equals(restricted));
    }

    UnaryOperator<Wanted> change(Me me) {
        return now -> {
            var m = now.matter();
            return new Wanted(
                    new Matter(
                            word(Kind.class, "kind", kind, m.kind()),
                            Objects.requireNonNullElse(title, ""),
                            Objects.requireNonNullElse(description, ""),
                            category,
                            service,
                            organization == null ? m.organization() : organization,
                            requester == null ? m.requester() : requester,
                            m.reporter(),
                            m.source(),
                            started(m.startedAt(), me.zone()),
                            labels(),
                            restricted == null ? m.restricted() : restricted,
                            m.vip()),
                    word(Level.class, "impact", impact, now.impact()),
                    word(Level.class, "urgency", urgency, now.urgency()),
                    priority == null || priority.isBlank() ? null : Coded.of(Priority.class, "priority", priority),
                    priorityReason);
        };
    }

    /** The form knows minutes: what was not changed keeps its seconds. */
    private @Nullable Instant started(@Nullable Instant now, ZoneId zone) {
        var wanted = Fields.moment("startedAt", startedAt, zone);
        return now != null && now.truncatedTo(ChronoUnit.MINUTES).equals(wanted) ? now : wanted;
    }

    private List<String> labels() {
        return Texts.parted(tags);
    }

    private static <E extends Enum<E> & Coded> E word(Class<E> type, String field, @Nullable String code, E otherwise) {
        return code == null || code.isBlank() ? otherwise : Coded.of(type, field, code);
    }
}
