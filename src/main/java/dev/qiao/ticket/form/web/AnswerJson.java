package dev.qiao.ticket.form.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.form.Answer;
import dev.qiao.ticket.form.Answered;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.Shape;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers as the API tells them: text, number, date, and what has a code with its name as it was then. */
@Component
public class AnswerJson {
    /**
     * What was answered to a form.
     *
     * @param form the form that asked, and which of its versions; the answers by the codes of their fields
     */
    public record Fields(Ref form, int version, Map<String, Object> answers) {}

    private final Answers answers;
    private final People people;
    private final Services services;

    AnswerJson(Answers answers, People people, Services services) {
        this.answers = answers;
        this.people = people;
        this.services = services;
    }

    /** Those of these tickets that answer anything; for tickets that were read under the rights of this person. */
    public Map<Long, Fields> of(Collection<Long> numbers, Me me) {
        return of(answers.of(numbers), me);
    }

    public Map<Long, Fields> of(Map<Long, Answered> answered, Me me) {
        if (answered.isEmpty()) return Map.of();
        var persons = people.of(answered.values().stream()
                .flatMap(one -> one.persons().stream())
                .distinct()
                .toList());
        var withFiles = answered.entrySet().stream()
                .filter(one -> !one.getValue().files().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        var files = withFiles.isEmpty() ? Map.<UUID, String>of() : answers.files(withFiles, me);
        var told = new LinkedHashMap<Long, Fields>();
        answered.forEach((number, one) -> told.put(number, fields(one, persons, files)));
        return told;
    }

    private Fields fields(Answered answered, Map<Long, Person> persons, Map<UUID, String> files) {
        var told = new LinkedHashMap<String, Object>();
        for (var field : answered.version().definition().fields()) {
            var answer = answered.answers().get(field.code());
            if (answer != null) told.put(field.code(), value(field, answer, persons, files));
        }
        var version = answered.version();
        return new Fields(new Ref(version.code(), version.name()), version.number(), told);
    }

    private Object value(Field field, Answer answer, Map<Long, Person> persons, Map<UUID, String> files) {
        return switch (answer) {
            case Answer.Words(var text) -> text;
            case Answer.Amount(var number) -> number;
            case Answer.Day(var date) -> date.toString();
            case Answer.Chosen(var codes) -> {
                var chosen = codes.stream()
                        .map(code -> new Ref(code, field.chosen(code)))
                        .toList();
                yield field.takes() instanceof Shape.Choice ? chosen.getFirst() : chosen;
            }
            case Answer.Somebody(long person) -> person(persons.get(person), person);
            case Answer.Provided(long service) ->
                services.find(service)
                        .map(s -> new Ref(s.code(), s.name()))
                        .orElseGet(() -> new Ref(Long.toString(service), ""));
            case Answer.Files(var ids) ->
                ids.stream()
                        .map(id -> new Ref(id.toString(), files.getOrDefault(id, "")))
                        .toList();
        };
    }

    private static Ref person(@Nullable Person person, long id) {
        if (person == null) return new Ref(Long.toString(id), "");
        return new Ref(person.code(), person.name());
    }

    /** What the API was given, as it would be typed: text, numbers, or lists of them. */
    public static Map<String, List<String>> typed(Map<String, Object> given) {
        var typed = new LinkedHashMap<String, List<String>>();
        given.forEach((code, value) -> typed.put(code, values(code, value)));
        return typed;
    }

    private static List<String> values(String code, @Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case String text -> List.of(text);
            case Double number
            when Double.isFinite(number) -> List.of(BigDecimal.valueOf(number).toPlainString());
            case Number number -> List.of(number.toString());
            case List<?> several ->
                several.stream().flatMap(one -> values(code, one).stream()).toList();
            default -> throw Refused.invalid(Field.name(code), "ticket.form.bad_value");
        };
    }
}
