package dev.qiao.ticket.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.form.Beginning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of a ticket with what can be chosen in it. */
@Component
public class TicketForms {
    private final Services services;
    private final Categories categories;
    private final People people;

    TicketForms(Services services, Categories categories, People people) {
        this.services = services;
        this.categories = categories;
        this.people = people;
    }

    /**
     * What a form of a ticket shows.
     *
     * @param values by the names of the fields; what is missing is empty
     */
    public record View(
            Map<String, String> values,
            int version,
            @Nullable Person requester,
            List<Choice> kinds,
            List<Choice> levels,
            List<Choice> priorities,
            List<Choice> sources,
            List<Choice> services,
            List<Choice> categories) {
        public @Nullable String value(String name) {
            return values.get(name);
        }

        /** A value of this field, with the words for it. */
        Choice read(String name, String value, Page page) {
            var choices = switch (name) {
                case "kind" -> kinds;
                case "impact", "urgency" -> levels;
                case "priority" -> priorities;
                case "service" -> services;
                case "category" -> categories;
                default -> List.<Choice>of();
            };
            return choices.stream()
                    .filter(choice -> choice.value().equals(value))
                    .findFirst()
                    .orElseGet(() -> new Choice(value, value.isEmpty() ? page.t("ticket.clash.nothing") : value));
        }
    }

    /** @param begun what the form that was chosen gives */
    View blank(Beginning begun, Page page) {
        var values =
                new HashMap<>(Map.of("kind", "incident", "impact", "medium", "urgency", "medium", "source", "phone"));
        values.put("title", begun.title());
        values.put("description", begun.description());
        if (begun.kind() != null) values.put("kind", begun.kind().code());
        if (begun.category() != null) values.put("category", begun.category().toString());
        if (begun.impact() != null) values.put("impact", begun.impact().code());
        if (begun.urgency() != null) values.put("urgency", begun.urgency().code());
        return view(values, 0, null, page);
    }

    /** What comes back after it was closed for good: the same, but for when it began and who decided its priority. */
    View after(Ticket earlier, Page page) {
        var values = new HashMap<>(of(earlier, page).values());
        values.keySet().removeAll(List.of("startedAt", "priority", "priorityReason", "tags", "description"));
        values.put("source", Source.PHONE.code());
        people.find(earlier.matter().requester())
                .filter(person -> person.login() != null)
                .ifPresent(person -> values.put("requesterLogin", person.name() + "（" + person.login() + "）"));
        return view(values, 0, null, page);
    }

    View of(Ticket t, Page page) {
        var m = t.matter();
        var values = new HashMap<String, String>();
        values.put("title", m.title());
        values.put("description", m.description());
        values.put("kind", m.kind().code());
        values.put("impact", t.weight().impact().code());
        values.put("urgency", t.weight().urgency().code());
        values.put(
                "priority",
                t.weight().reason() == null ? "" : t.weight().priority().code());
        values.put("priorityReason", Objects.requireNonNullElse(t.weight().reason(), ""));
        values.put("category", m.category() == null ? "" : m.category().toString());
        values.put("service", m.service() == null ? "" : m.service().toString());
        values.put("tags", String.join("，", m.tags()));
        values.put("startedAt", m.startedAt() == null ? "" : Fields.local(m.startedAt(), page));
        return view(values, t.version(), people.find(m.requester()).orElse(null), page);
    }

    private View view(Map<String, String> values, int version, @Nullable Person requester, Page page) {
        return new View(
                values,
                version,
                requester,
                Fields.words("ticket.kind.", Kind.values(), page),
                Fields.words("ticket.level.", Level.values(), page),
                Fields.words("ticket.priority.", Priority.values(), page),
                Fields.words(
                        "ticket.source.",
                        new Coded[] {Source.PHONE, Source.WEB, Source.MAIL, Source.CHAT, Source.OTHER},
                        page),
                Choice.standing(
                        services.active().stream()
                                .map(s -> new Choice(Long.toString(s.id()), s.name()))
                                .toList(),
                        values.get("service"),
                        id -> services.find(Long.parseLong(id)).map(s -> page.t("base.retired", s.name()))),
                Choice.standing(
                        categories.all().stream()
                                .filter(Category::active)
                                .map(this::branch)
                                .toList(),
                        values.get("category"),
                        id -> categories
                                .find(Long.parseLong(id))
                                .map(c -> page.t("base.retired", branch(c).label()))));
    }

    private Choice branch(Category category) {
        var path = categories.path(category.id()).stream().map(Category::name).collect(Collectors.joining(" / "));
        return new Choice(Long.toString(category.id()), path);
    }
}
