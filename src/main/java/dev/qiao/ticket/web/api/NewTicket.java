package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Times;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.form.Beginning;
import dev.qiao.ticket.form.Filled;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.FormVersion;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.web.AnswerJson;
import dev.qiao.ticket.web.References;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the API takes it; only the title is compulsory, and not even that where a form gives one.
 *
 * @param form code of the form that is filled in; null: the one that such a ticket is asked, where {@code fields} are sent or the
 *     form of its category demands an answer
 * @param formVersion the version that was looked at; null: what is asked now
 * @param fields the answers by the codes of fields; a person by login, a service by code, a file by the id of an attachment
 */
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
        @Nullable List<String> tags,
        @Nullable Boolean restricted,
        @Nullable String form,
        @Nullable Integer formVersion,
        @Nullable Map<String, Object> fields) {

    Draft draft(UUID id, References references, Forms forms, Me me, Instant now) {
        var wrong = new Objections();
        var branch = wrong.read(() -> references.category("category", category));
        var needed = wrong.read(() -> references.service("service", service));
        var home = wrong.read(() -> references.organization("organization", organization));
        var asking = wrong.read(() -> references.person("requester", requester));
        if (title != null || untold()) wrong.read(() -> Texts.title("title", title));
        wrong.read(() -> Texts.body("description", description));
        wrong.read(() -> Times.stated(startedAt, now));
        wrong.read(() -> Texts.tags(Objects.requireNonNullElse(tags, List.of())));
        wrong.raise();
        var asked = form == null && fields == null ? demanded(forms, branch) : asked(forms, branch);
        var begun = Beginning.of(forms, asked);
        return new Draft(
                id,
                me,
                kind != null ? kind : Objects.requireNonNullElse(begun.kind(), Kind.INCIDENT),
                Objects.requireNonNullElse(title, begun.title()),
                Objects.requireNonNullElse(description, begun.description()),
                impact != null ? impact : Objects.requireNonNullElse(begun.impact(), Level.MEDIUM),
                urgency != null ? urgency : Objects.requireNonNullElse(begun.urgency(), Level.MEDIUM),
                branch != null ? branch : begun.category(),
                needed,
                home,
                asking,
                Objects.requireNonNullElse(source, Source.API),
                startedAt,
                Objects.requireNonNullElse(tags, List.of()),
                Boolean.TRUE.equals(restricted),
                asked == null ? null : new Filled(asked.id(), AnswerJson.typed(given())));
    }

    /** No form can give it a title. */
    private boolean untold() {
        return form == null && fields == null && (category == null || category.isBlank());
    }

    private FormVersion asked(Forms forms, @Nullable Long branch) {
        return forms.meant(form, formVersion, branch, Objects.requireNonNullElse(kind, Kind.INCIDENT))
                .orElseThrow(() -> Refused.invalid("fields", "ticket.form.nothing_asked_here"));
    }

    /** Who names a category is asked what everybody is asked there; who names none, such as a machine, is asked nothing. */
    private @Nullable FormVersion demanded(Forms forms, @Nullable Long branch) {
        if (branch == null) return null;
        return forms.fitting(branch, Objects.requireNonNullElse(kind, Kind.INCIDENT))
                .map(Form::current)
                .filter(version -> version.definition().demands())
                .orElse(null);
    }

    private Map<String, Object> given() {
        return Objects.requireNonNullElse(fields, Map.of());
    }
}
