package dev.qiao.ticket.web.api;

import static java.util.Objects.requireNonNull;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Patch;
import dev.qiao.ticket.Editing.Wanted;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.form.web.AnswerJson;
import dev.qiao.ticket.web.References;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A merge patch of a ticket as the change that it means. */
final class TicketPatch {
    private static final String[] FIELDS = {
        "title",
        "description",
        "kind",
        "impact",
        "urgency",
        "priority",
        "priorityReason",
        "service",
        "category",
        "requester",
        "organization",
        "startedAt",
        "tags",
        "restricted",
        "fields"
    };

    private TicketPatch() {}

    static UnaryOperator<Wanted> of(Patch raw, References references) {
        var patch = raw.only(FIELDS);
        return now -> {
            var m = now.matter();
            var wrong = new Objections();
            var requester = wrong.read(() -> requester(patch, m, references));
            var category = wrong.read(
                    () -> reference(patch, "category", m.category(), code -> references.category("category", code)));
            var service = wrong.read(
                    () -> reference(patch, "service", m.service(), code -> references.service("service", code)));
            var organization = wrong.read(() -> reference(
                    patch, "organization", m.organization(), code -> references.organization("organization", code)));
            var kind = wrong.read(() -> patch.value("kind", Kind.class, m.kind()));
            var title = wrong.read(() -> Texts.title("title", patch.text("title", m.title())));
            var description =
                    wrong.read(() -> Texts.body("description", patch.textOrNull("description", m.description())));
            var started = wrong.read(() -> patch.instantOrNull("startedAt", m.startedAt()));
            var tags = wrong.read(() -> tags(patch, m));
            var restricted = wrong.read(() -> patch.value("restricted", Boolean.class, m.restricted()));
            var impact = wrong.read(() -> patch.value("impact", Level.class, now.impact()));
            var urgency = wrong.read(() -> patch.value("urgency", Level.class, now.urgency()));
            var priority = wrong.read(() -> patch.valueOrNull("priority", Priority.class, now.priority()));
            var reason = wrong.read(() -> patch.textOrNull("priorityReason", now.reason()));
            wrong.raise();
            if (patch.has("priorityReason") && reason != null && priority == null)
                throw Refused.invalid("priorityReason", "ticket.reason_without_priority");
            var asking = requester == null ? m.requester() : requester;
            boolean along = !patch.has("organization") && follows(m, asking, references);
            return new Wanted(
                    new Matter(
                            requireNonNull(kind),
                            requireNonNull(title),
                            requireNonNull(description),
                            category,
                            service,
                            along ? references.home(asking) : organization,
                            asking,
                            m.reporter(),
                            m.source(),
                            started,
                            requireNonNull(tags),
                            requireNonNull(restricted),
                            m.vip()),
                    requireNonNull(impact),
                    requireNonNull(urgency),
                    priority,
                    reason);
        };
    }

    /** The answers that change, by the codes of fields; null: none was sent. */
    @SuppressWarnings("unchecked")
    static @Nullable Map<String, List<String>> fields(Patch patch) {
        return patch.has("fields") ? AnswerJson.typed(patch.value("fields", Map.class, Map.of())) : null;
    }

    private static List<String> tags(Patch patch, Matter now) {
        return Texts.tags(patch.texts("tags", now.tags()).stream()
                .filter(Objects::nonNull)
                .toList());
    }

    /** Somebody asked: it can be another, but not nobody. */
    private static long requester(Patch patch, Matter now, References references) {
        var asking = references.person("requester", patch.text("requester", ""));
        return asking == null ? now.requester() : asking;
    }

    /** An organization that came from the requester goes along when another one is put in. */
    private static boolean follows(Matter now, long asking, References references) {
        return asking != now.requester() && Objects.equals(now.organization(), references.home(now.requester()));
    }

    private static @Nullable Long reference(
            Patch patch, String field, @Nullable Long current, Function<String, @Nullable Long> find) {
        if (!patch.has(field)) return current;
        var code = patch.textOrNull(field, null);
        return code == null ? null : find.apply(code);
    }
}
