package dev.qiao.ticket.web.queue;

import static dev.qiao.ticket.web.queue.QueueQuery.first;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.Option;
import dev.qiao.ticket.form.Shape;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Lenses;
import dev.qiao.ticket.view.Term;
import dev.qiao.ticket.view.Term.Is;
import dev.qiao.ticket.view.Term.Not;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody chose ({@code add}) or typed ({@code new.requester}, {@code new.tag}, {@code new.opened.from}, …) in the panel
 * of conditions, and whether it is to be so or not ({@code not}).
 */
@Component
class Adding {
    /** So many people may be meant by one name. */
    private static final int NAMESAKES = 20;

    private final Lenses lenses;
    private final People people;
    private final Services services;
    private final Forms forms;

    Adding(Lenses lenses, People people, Services services, Forms forms) {
        this.lenses = lenses;
        this.people = people;
        this.services = services;
        this.forms = forms;
    }

    Added of(Map<String, List<String>> parameters) {
        var together = new LinkedHashMap<String, Term>();
        var unknown = new LinkedHashMap<String, String>();
        for (var add : parameters.getOrDefault("add", List.of())) take(add, together);
        requester(typed(parameters, "new.requester"), together, unknown);
        var tags = typed(parameters, "new.tag");
        if (tags != null) for (var tag : tags.split("[,，、]", -1)) take("tag:" + Lens.typed(tag.strip()), together);
        stretch("opened", parameters, together);
        answer(typed(parameters, "new.answer"), typed(parameters, "new.answer.is"), together, unknown);
        boolean not = "true".equals(first(parameters, "not"));
        List<Term> tokens = together.values().stream()
                .map(term -> not ? (Term) new Not(term) : term)
                .toList();
        return new Added(tokens, Objects.requireNonNullElse(first(parameters, "into"), "all"), unknown);
    }

    private static @Nullable String typed(Map<String, List<String>> parameters, String name) {
        var text = first(parameters, name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Words of one field that were ticked together mean one or the other. */
    private void take(String add, Map<String, Term> together) {
        if (add.isBlank()) return;
        lenses.token(add)
                .ifPresent(term -> together.merge(
                        Lens.field(term).code(),
                        term,
                        (one, other) -> one instanceof Is a && other instanceof Is b ? a.or(b) : other));
    }

    /** A login, or whoever is called so. */
    private void requester(@Nullable String text, Map<String, Term> together, Map<String, String> unknown) {
        if (text == null) return;
        known(text).forEach(person -> take("requester:id:" + person.id(), together));
        if (!together.containsKey("requester")) unknown.put("requester", text);
    }

    private Stream<Person> known(String text) {
        var meant = People.meant(text);
        return people.byLogin(meant).map(List::of).orElseGet(() -> people.page(meant, null, NAMESAKES)).stream();
    }

    private void stretch(String field, Map<String, List<String>> parameters, Map<String, Term> together) {
        var from = typed(parameters, "new." + field + ".from");
        var to = typed(parameters, "new." + field + ".to");
        if (from == null && to == null) return;
        take(field + ":" + Objects.requireNonNullElse(from, "") + ".." + Objects.requireNonNullElse(to, ""), together);
    }

    /** A choice may be typed by its name, and so may somebody or a service. */
    private void answer(
            @Nullable String field, @Nullable String words, Map<String, Term> together, Map<String, String> unknown) {
        if (field == null || words == null) return;
        for (var meant : meant(field, words)) take("answer:" + Lens.typed(field + "~" + meant), together);
        if (!together.containsKey("answer")) unknown.put("answer", field + "~" + words);
    }

    private List<String> meant(String field, String words) {
        int dot = field.indexOf('.');
        var asked =
                dot < 0 ? Optional.<Field>empty() : forms.question(field.substring(0, dot), field.substring(dot + 1));
        return asked.map(one -> meant(one.takes(), words)).orElse(List.of(words));
    }

    private List<String> meant(Shape shape, String words) {
        return switch (shape) {
            case Shape.Somebody _ ->
                known(words).map(person -> "id:" + person.id()).toList();
            case Shape.Provided _ ->
                services.active().stream()
                        .filter(service ->
                                service.name().equals(words) || service.code().equals(words))
                        .map(Service::code)
                        .toList();
            case Shape.Text _, Shape.Amount _, Shape.Day _, Shape.Choice _, Shape.Choices _, Shape.Files _ ->
                List.of(shape.offers().stream()
                        .filter(option -> option.name().equals(words))
                        .map(Option::code)
                        .findFirst()
                        .orElse(words));
        };
    }
}
