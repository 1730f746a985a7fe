package dev.qiao.ticket.web.left;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Json;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audience;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Ticket.Act;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafts of those forms of a ticket that are not offered any more; without this nothing would lead to them. */
@Component
public class LeftWords {
    /**
     * @param path of its form below the ticket, see act.jte
     * @param audience who may read it where it goes on: what was meant for colleagues does not become a reply unseen
     * @param fields those that hold words
     */
    private record Form(Act act, String path, String word, Audience audience, List<String> fields) {}

    private static final List<Form> FORMS = List.of(
            new Form(Act.RESOLUTION, "/resolution", "ticket.verb.resolve", Audience.PUBLIC, List.of("solution")),
            new Form(Act.HOLD, "/hold", "ticket.verb.hold", Audience.INTERNAL, List.of("reason")),
            new Form(Act.ASSIGNMENT, "/assignment", "ticket.verb.assign", Audience.INTERNAL, List.of("reason")),
            new Form(Act.REOPENING, "/reopening", "ticket.verb.reopen", Audience.PUBLIC, List.of("reason")),
            new Form(
                    Act.EDIT,
                    "/edit",
                    "ticket.verb.edit",
                    Audience.INTERNAL,
                    List.of("title", "description", "priorityReason")),
            new Form(Act.CHECKLIST, "/checklist", "ticket.check.title", Audience.INTERNAL, List.of("text")),
            new Form(Act.EFFORT, "/effort", "ticket.effort.title", Audience.INTERNAL, List.of("note")),
            new Form(Act.FOLLOW_UP, "/follow-up", "ticket.follow_up.title", Audience.INTERNAL, List.of("note")));

    private final Drafts drafts;

    LeftWords(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * What the reader wrote for acts that are not allowed any more.
     *
     * @param ticket its path, as the forms have it
     */
    public List<Left> of(String ticket, Collection<Act> allowed, Page page) {
        var over = FORMS.stream().filter(form -> !allowed.contains(form.act())).toList();
        if (over.isEmpty()) return List.of();
        var kept = drafts.of(over.stream().map(form -> ticket + form.path()).toList(), page.reader()).stream()
                .collect(toMap(Draft::name, Function.identity()));
        return over.stream()
                .flatMap(form -> left(form, kept.get(ticket + form.path()), page))
                .toList();
    }

    private static Stream<Left> left(Form form, @Nullable Draft draft, Page page) {
        if (draft == null) return Stream.of();
        var words = form.fields().stream()
                .map(field -> draft.fields().getOrDefault(field, ""))
                .filter(text -> !text.isBlank())
                .collect(joining("\n"));
        if (words.isEmpty()) return Stream.of();
        return Stream.of(new Left(
                draft.name(),
                page.t(form.word()),
                form.audience().code(),
                words,
                Json.of(draft.fields()).text()));
    }
}
