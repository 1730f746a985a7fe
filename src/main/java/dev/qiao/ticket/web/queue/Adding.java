package dev.qiao.ticket.web.queue;

import static dev.qiao.ticket.web.queue.QueueQuery.first;

import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.Option;
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
    private final Forms forms;

    Adding(Lenses lenses, People people, Forms forms) {
        this.lenses = lenses;
        this.people = people;
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
        var meant = People.meant(text);
        var known = people.byLogin(meant).map(List::of).orElseGet(() -> people.page(meant, null, NAMESAKES));
        for (Person person : known) take("requester:id:" + person.id(), together);
        if (known.isEmpty()) unknown.put("requester", text);
    }

    private void stretch(String field, Map<String, List<String>> parameters, Map<String, Term> together) {
        var from = typed(parameters, "new." + field + ".from");
        var to = typed(parameters, "new." + field + ".to");
        if (from == null && to == null) return;
        take(field + ":" + Objects.requireNonNullElse(from, "") + ".." + Objects.requireNonNullElse(to, ""), together);
    }

    /** A choice may be typed by its name. */
    private void answer(
            @Nullable String field, @Nullable String words, Map<String, Term> together, Map<String, String> unknown) {
        if (field == null || words == null) return;
        var value = field + "~" + option(field, words).map(Option::code).orElse(words);
        take("answer:" + Lens.typed(value), together);
        if (!together.containsKey("answer")) unknown.put("answer", value);
    }

    private Optional<Option> option(String field, String words) {
        int dot = field.indexOf('.');
        if (dot < 0) return Optional.empty();
        return forms.byCode(field.substring(0, dot))
                .flatMap(form -> Optional.ofNullable(form.current()))
                .flatMap(version -> version.definition().field(field.substring(dot + 1)))
                .flatMap(asked -> asked.takes().offers().stream()
                        .filter(option -> option.name().equals(words))
                        .findFirst());
    }
}
