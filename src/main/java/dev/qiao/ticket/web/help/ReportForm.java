package dev.qiao.ticket.web.help;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.form.Beginning;
import dev.qiao.ticket.form.Filled;
import dev.qiao.ticket.web.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports. Words are enough; the rest may help.
 *
 * @param id made with the page, so that sending twice reports once
 * @param title empty: the first sentence of the words
 * @param requester a colleague for whom it is; null: oneself
 * @param startedAt as the reader's clock shows it
 */
public record ReportForm(
        @Nullable UUID id,
        @Nullable String words,
        @Nullable String title,
        @Nullable String kind,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long requester,
        @Nullable String startedAt) {

    static ReportForm blank(@Nullable Long category, Beginning begun) {
        var kind = begun.kind() == null ? null : begun.kind().code();
        var branch = category == null ? begun.category() : category;
        return new ReportForm(UUID.randomUUID(), begun.description(), null, kind, branch, null, null, null);
    }

    /** @param begun what the form that was filled in gives, where nothing else was said */
    Draft draft(@Nullable Filled filled, Beginning begun, Me me) {
        var said = words == null ? "" : words.strip();
        var named = title == null ? "" : title.strip();
        if (named.isEmpty()) named = begun.title();
        if (said.isEmpty() && named.isEmpty()) throw Refused.invalid("words", "ticket.help_say_something");
        var headline = named.isEmpty() ? Headline.of(said) : named;
        return new Draft(
                Fields.own(id, me, headline, said),
                me,
                kind == null || kind.isBlank() ? Kind.INCIDENT : Coded.of(Kind.class, "kind", kind),
                headline,
                said.equals(headline) ? "" : said,
                Objects.requireNonNullElse(begun.impact(), Level.MEDIUM),
                Objects.requireNonNullElse(begun.urgency(), Level.MEDIUM),
                category == null ? begun.category() : category,
                service,
                null,
                requester,
                Source.WEB,
                began(me),
                List.of(),
                false,
                filled);
    }

    private @Nullable Instant began(Me me) {
        if (startedAt == null || startedAt.isBlank()) return null;
        try {
            return LocalDateTime.parse(startedAt).atZone(me.zone()).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid("startedAt", "base.bad_moment");
        }
    }
}
