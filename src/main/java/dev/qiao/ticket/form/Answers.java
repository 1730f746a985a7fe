package dev.qiao.ticket.form;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Editing.Wanted;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketAnswered;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what tickets answer: read as it was asked then, and changed on the version that asked. */
@Component
public class Answers {
    private final Db db;
    private final AnswerSql sql;
    private final Forms forms;
    private final Filling filling;
    private final Acting acting;
    private final Editing editing;
    private final Tickets tickets;
    private final People people;
    private final Services services;
    private final Conversation conversation;
    private final Undos undos;

    Answers(
            Db db,
            AnswerSql sql,
            Forms forms,
            Filling filling,
            Acting acting,
            Editing editing,
            Tickets tickets,
            People people,
            Services services,
            Conversation conversation,
            Undos undos) {
        this.db = db;
        this.sql = sql;
        this.forms = forms;
        this.filling = filling;
        this.acting = acting;
        this.editing = editing;
        this.tickets = tickets;
        this.people = people;
        this.services = services;
        this.conversation = conversation;
        this.undos = undos;
    }

    /** What these tickets answer; for tickets that were read under somebody's rights. */
    public Map<Long, Answered> of(Collection<Long> numbers) {
        if (numbers.isEmpty()) return Map.of();
        var stored = sql.of(numbers);
        var versions =
                forms.versions(stored.stream().map(AnswerSql.Stored::version).toList());
        var all = new HashMap<Long, Answered>();
        for (var one : stored) {
            all.put(one.number(), new Answered(Objects.requireNonNull(versions.get(one.version())), one.answers()));
        }
        return all;
    }

    /** What was answered when it was opened, or changed since. */
    public Optional<Answered> of(Ticket ticket) {
        return Optional.ofNullable(of(List.of(ticket.number())).get(ticket.number()));
    }

    /** What this ticket is asked: the version that it answers, else what its category and kind are asked now. */
    public Optional<FormVersion> asked(Ticket ticket) {
        return of(ticket)
                .map(Answered::version)
                .or(() -> forms.fitting(
                                ticket.matter().category(), ticket.matter().kind())
                        .map(form -> Objects.requireNonNull(form.current())));
    }

    /** The answers as they would be typed again. */
    public Map<String, List<String>> typed(Answered answered) {
        var named = people.of(answered.persons());
        var typed = new LinkedHashMap<String, List<String>>();
        answered.answers().forEach((code, answer) -> typed.put(code, typed(answer, named)));
        return typed;
    }

    private List<String> typed(Answer answer, Map<Long, Person> named) {
        return switch (answer) {
            case Answer.Words(var text) -> List.of(text);
            case Answer.Amount(var number) -> List.of(number.toPlainString());
            case Answer.Day(var date) -> List.of(date.toString());
            case Answer.Chosen(var codes) -> codes;
            case Answer.Somebody(long person) ->
                List.of(Optional.ofNullable(named.get(person))
                        .map(Person::login)
                        .orElse(Long.toString(person)));
            case Answer.Provided(long service) ->
                services.find(service).map(Service::code).map(List::of).orElse(List.of());
            case Answer.Files(var files) -> files.stream().map(UUID::toString).toList();
        };
    }

    /** By which a page knows again whether these are the answers that it showed. */
    public String mark(Optional<Answered> answered) {
        return Integer.toHexString(answered.map(this::typed).orElse(Map.of()).hashCode());
    }

    /**
     * Changes what a ticket answers. Errors: invalid, naming {@code fields.<code>}; conflict where nothing is asked; stale.
     *
     * @param shown the {@link #mark} of the answers that the person looked at; null when it does not matter
     * @param given by codes; a code that is missing stays as it is, an empty list empties it
     */
    public Ticket change(long number, @Nullable String shown, Map<String, List<String>> given, Me me, Instant now) {
        return db.transact(() -> undos.whole(number, Act.EDIT, me, now, () -> answer(number, shown, given, me, now)));
    }

    private Ticket answer(long number, @Nullable String shown, Map<String, List<String>> given, Me me, Instant now) {
        return acting.on(number, Act.EDIT, null, null, me, now, (ticket, at) -> {
            if (shown != null && !shown.equals(mark(of(ticket))))
                throw Refused.stale("ticket.changed_meanwhile", number);
            return changed(ticket, given, me, at);
        });
    }

    private Done changed(Ticket ticket, Map<String, List<String>> given, Me me, Instant at) {
        long number = ticket.number();
        var before = of(ticket).orElse(null);
        var version = asked(ticket).orElseThrow(() -> Refused.conflict("ticket.form.nothing_asked", number));
        var wanted = before == null ? new LinkedHashMap<String, List<String>>() : new LinkedHashMap<>(typed(before));
        wanted.putAll(given);
        var stored = before == null ? Map.<String, Answer>of() : before.answers();
        var after = filling.check(new Filled(version.id(), wanted), me, stored, at);
        var changed = changed(stored, after.answers());
        if (changed.isEmpty()) return Done.of(ticket, Audience.PUBLIC, fact(after, changed));
        sql.put(number, after);
        tieFresh(number, before, after, me);
        tickets.learn(number, Audience.PUBLIC, after.words());
        return Done.of(ticket.touched(at), Audience.PUBLIC, fact(after, changed));
    }

    /** Changes a ticket and what it answers in one act for the caller: both or neither. */
    public Ticket edit(
            long number,
            @Nullable Integer seen,
            UnaryOperator<Wanted> change,
            @Nullable Map<String, List<String>> given,
            Me me,
            Instant now) {
        if (given == null) return editing.edit(number, seen, change, me, now);
        return db.transact(() -> undos.whole(number, Act.EDIT, me, now, () -> {
            editing.edit(number, seen, change, me, now);
            return answer(number, null, given, me, now);
        }));
    }

    /** The names of the files among the answers. */
    public Map<UUID, String> files(Collection<Long> numbers, Me me) {
        var names = new HashMap<UUID, String>();
        conversation.files(numbers, me).forEach(file -> names.put(file.id(), file.name()));
        return names;
    }

    private void tieFresh(long number, @Nullable Answered before, Answered after, Me me) {
        var fresh = new ArrayList<>(after.files());
        if (before != null) fresh.removeAll(before.files());
        if (!fresh.isEmpty()) filling.tie(number, fresh, me);
    }

    private static TicketAnswered fact(Answered after, List<String> changed) {
        return new TicketAnswered(after.version().code(), after.version().number(), changed);
    }

    private static List<String> changed(Map<String, Answer> before, Map<String, Answer> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(code -> !Objects.equals(before.get(code), after.get(code)))
                .toList();
    }
}
