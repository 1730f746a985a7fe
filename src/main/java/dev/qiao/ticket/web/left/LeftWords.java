package dev.qiao.ticket.web.left;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Json;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audience;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.merge.ActForms;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param reading what of it is read
     */
    private record Form(Act act, String path, String word, Audience audience, Reading reading) {}

    /** What was written in a form, as it is read by people. */
    @FunctionalInterface
    interface Reading {
        List<String> of(Map<String, String> fields, Ticket ticket, Page page);
    }

    private static final String NAMED = "/named";

    private final Drafts drafts;
    private final List<Form> forms;

    LeftWords(Drafts drafts, Written written) {
        this.drafts = drafts;
        this.forms = List.of(
                own(Act.RESOLUTION, "/resolution", "ticket.verb.resolve", Audience.PUBLIC, "solution"),
                own(Act.HOLD, "/hold", "ticket.verb.hold", Audience.INTERNAL, "reason"),
                own(Act.ASSIGNMENT, "/assignment", "ticket.verb.assign", Audience.INTERNAL, "reason"),
                own(Act.REOPENING, "/reopening", "ticket.verb.reopen", Audience.PUBLIC, "reason"),
                own(Act.EDIT, "/edit", "ticket.verb.edit", Audience.INTERNAL, "title", "description", "priorityReason"),
                new Form(Act.EDIT, "/answers", "ticket.left.answers", Audience.INTERNAL, written::answers),
                new Form(Act.SPLIT, "/split", "ticket.split.verb", Audience.INTERNAL, written::split),
                new Form(Act.LINKS, "/links", "ticket.link.verb", Audience.INTERNAL, written::link),
                new Form(Act.MERGE, "/merge", "ticket.merge.verb", Audience.INTERNAL, written::merge),
                new Form(
                        Act.WATCHING,
                        NAMED,
                        "ticket.named.add",
                        Audience.INTERNAL,
                        (draft, _, _) -> Written.named(draft)),
                own(Act.CHECKLIST, "/checklist", "ticket.check.title", Audience.INTERNAL, "text"),
                own(Act.EFFORT, "/effort", "ticket.effort.title", Audience.INTERNAL, "note"),
                own(Act.FOLLOW_UP, "/follow-up", "ticket.follow_up.title", Audience.INTERNAL, "note"));
        var read = forms.stream().map(Form::path).toList();
        for (var noun : ActForms.NOUNS) {
            if (!read.contains("/" + noun)) throw new IllegalStateException("nothing leads to what is left in " + noun);
        }
    }

    private static Form own(Act act, String path, String word, Audience audience, String... fields) {
        return new Form(
                act,
                path,
                word,
                audience,
                (draft, _, _) -> Arrays.stream(fields)
                        .map(field -> draft.getOrDefault(field, ""))
                        .toList());
    }

    /**
     * What the reader wrote for acts that are not allowed any more.
     *
     * @param path of the ticket, as the forms have it
     */
    public List<Left> of(Ticket ticket, String path, Collection<Act> allowed, Page page) {
        var over =
                forms.stream().filter(form -> !offered(form, ticket, allowed)).toList();
        if (over.isEmpty()) return List.of();
        var kept = drafts.of(over.stream().map(form -> path + form.path()).toList(), page.reader()).stream()
                .collect(toMap(Draft::name, Function.identity()));
        return over.stream()
                .flatMap(form -> left(form, kept.get(path + form.path()), ticket, page))
                .toList();
    }

    /** The forms, by their paths below a ticket. */
    Stream<String> paths() {
        return forms.stream().map(Form::path);
    }

    /** What a draft was to become; null: nothing that is known. */
    @Nullable
    String word(String draft, Page page) {
        if (draft.endsWith(".public")) return page.t("ticket.reply");
        if (draft.endsWith(".internal")) return page.t("ticket.note");
        return form(draft).map(form -> page.t(form.word())).orElse(null);
    }

    /** What was written in a form of a ticket, as far as it is known how to read it. */
    List<String> read(Draft draft, Ticket ticket, Page page) {
        return form(draft.name())
                .map(form -> form.reading().of(draft.fields(), ticket, page).stream()
                        .filter(text -> !text.isBlank())
                        .toList())
                .orElse(List.of());
    }

    /** Whether the form at this path below the ticket can be opened. */
    boolean offers(String path, Ticket ticket, Collection<Act> allowed) {
        return form(path).filter(form -> offered(form, ticket, allowed)).isPresent();
    }

    private Optional<Form> form(String path) {
        return forms.stream().filter(form -> path.endsWith(form.path())).findFirst();
    }

    /** Nobody is let in where everybody is. */
    private static boolean offered(Form form, Ticket ticket, Collection<Act> allowed) {
        return allowed.contains(form.act())
                && (!form.path().equals(NAMED) || ticket.matter().restricted());
    }

    private static Stream<Left> left(Form form, @Nullable Draft draft, Ticket ticket, Page page) {
        if (draft == null || draft.fields().isEmpty()) return Stream.of();
        var words = form.reading().of(draft.fields(), ticket, page).stream()
                .filter(text -> !text.isBlank())
                .collect(joining("\n"));
        if (words.isEmpty()) return Stream.of();
        return Stream.of(new Left(
                draft.name(),
                page.t(form.word()),
                form.audience().code(),
                words,
                Written.files(draft.fields()),
                Json.of(draft.fields()).text()));
    }
}
