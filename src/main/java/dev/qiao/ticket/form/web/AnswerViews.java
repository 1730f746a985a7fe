package dev.qiao.ticket.form.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.web.Languages;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.form.Answer;
import dev.qiao.ticket.form.Answered;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.web.FactView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers in words, under the labels under which they were asked then. */
@Component
public class AnswerViews {
    private final Answers answers;
    private final People people;
    private final Services services;
    private final Languages languages;

    AnswerViews(Answers answers, People people, Services services, Languages languages) {
        this.answers = answers;
        this.people = people;
        this.services = services;
        this.languages = languages;
    }

    /** Of a ticket that was read under the rights of this person; empty where nothing was asked. */
    public List<FactView> of(Ticket ticket, Me me) {
        return answers.of(ticket).map(answered -> lines(ticket, answered, me)).orElse(List.of());
    }

    List<FactView> lines(Ticket ticket, Answered answered, Me me) {
        var named = people.of(answered.persons());
        var files = answered.files().isEmpty() ? Map.<UUID, String>of() : answers.files(List.of(ticket.number()), me);
        return answered.version().definition().fields().stream()
                .flatMap(field -> {
                    var answer = answered.answers().get(field.code());
                    if (answer == null) return Stream.<FactView>of();
                    if (answer instanceof Answer.Files(var ids)) {
                        return ids.stream()
                                .map(id -> FactView.link(
                                        field.label(), files.getOrDefault(id, id.toString()), "/attachments/" + id));
                    }
                    if (answer instanceof Answer.Chosen(var codes)) {
                        var chosen = codes.stream()
                                .map(field::chosen)
                                .collect(Collectors.joining(
                                        languages.of(me.language()).t("base.between")));
                        return Stream.of(FactView.of(field.label(), chosen));
                    }
                    return Stream.of(FactView.of(field.label(), words(answer, named)));
                })
                .toList();
    }

    private String words(Answer answer, Map<Long, Person> named) {
        return switch (answer) {
            case Answer.Words(var text) -> text;
            case Answer.Amount(var number) -> number.toPlainString();
            case Answer.Day(var date) -> date.toString();
            case Answer.Somebody(long person) ->
                Optional.ofNullable(named.get(person)).map(Person::name).orElse(Long.toString(person));
            case Answer.Provided(long service) ->
                services.find(service).map(Service::name).orElse(Long.toString(service));
            case Answer.Chosen(var codes) -> String.join(" ", codes);
            case Answer.Files(var files) -> Integer.toString(files.size());
        };
    }
}
