package dev.qiao.ticket.form.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.Choice;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.form.Definition;
import dev.qiao.ticket.form.Filled;
import dev.qiao.ticket.form.FormVersion;
import dev.qiao.ticket.form.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Forms to be filled in, and what pages send of them. */
@Component
public class AskedViews {
    private static final String FIELDS = "fields.";

    private final Services services;
    private final People people;

    AskedViews(Services services, People people) {
        this.services = services;
        this.people = people;
    }

    /** Null where nothing is asked. */
    public @Nullable AskedView fresh(@Nullable FormVersion version) {
        return version == null ? null : of(version, presets(version.definition()), Map.of());
    }

    /** With what was typed before, and the names of files among it. */
    AskedView of(FormVersion version, Map<String, List<String>> typed, Map<UUID, String> files) {
        var lines = version.definition().fields().stream()
                .map(field -> {
                    var values = typed.getOrDefault(field.code(), List.of());
                    return new AskedView.Line(field, values, choices(field.takes(), values, files));
                })
                .toList();
        return new AskedView(version, lines);
    }

    private static Map<String, List<String>> presets(Definition asked) {
        var presets = new LinkedHashMap<String, List<String>>();
        for (var field : asked.fields()) if (!field.preset().isEmpty()) presets.put(field.code(), field.preset());
        return presets;
    }

    private List<Choice> choices(Shape shape, List<String> values, Map<UUID, String> files) {
        return switch (shape) {
            case Shape.Choice _, Shape.Choices _ ->
                shape.offers().stream().map(o -> new Choice(o.code(), o.name())).toList();
            case Shape.Provided _ ->
                Choice.standing(
                        services.active().stream()
                                .map(s -> new Choice(s.code(), s.name()))
                                .toList(),
                        values.isEmpty() ? null : values.getFirst(),
                        code -> services.byCode(code).map(Service::name));
            case Shape.Somebody _ ->
                values.stream()
                        .flatMap(code -> people.byCode(code).stream())
                        .map(AskedViews::choice)
                        .toList();
            case Shape.Files _ ->
                values.stream()
                        .map(id -> new Choice(id, files.getOrDefault(UUID.fromString(id), id)))
                        .toList();
            case Shape.Text _, Shape.Amount _, Shape.Day _ -> List.of();
        };
    }

    static Choice choice(Person person) {
        return new Choice(person.code(), person.name());
    }

    /** What a page sent: {@code fields.<code>}, or {@code fields.<code>.<choice>} where several can be chosen. */
    static Map<String, List<String>> given(MultiValueMap<String, String> sent) {
        var given = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (!name.startsWith(FIELDS)) return;
            var code = name.substring(FIELDS.length());
            int point = code.indexOf('.');
            var told = point < 0 ? values : List.of(code.substring(point + 1));
            given.merge(
                    point < 0 ? code : code.substring(0, point),
                    new ArrayList<>(told),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        });
        return given;
    }

    /** The form that a page sent along; null where it had none. */
    public static @Nullable Filled filled(@Nullable Long version, MultiValueMap<String, String> sent) {
        return version == null ? null : new Filled(version, given(sent));
    }
}
