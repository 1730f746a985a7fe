package dev.qiao.ticket.web.left;

import static java.util.stream.Collectors.joining;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.Shape;
import dev.qiao.ticket.link.Relation;
import dev.qiao.ticket.talk.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Forms of which most is chosen and not written, in words. */
@Component
class Written {
    private static final String SAID = "said.";
    private static final String ON = "on";
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int READ = 1_000;
    private static final int QUOTED = 80;

    private final Answers answers;
    private final Services services;
    private final Conversation conversation;

    Written(Answers answers, Services services, Conversation conversation) {
        this.answers = answers;
        this.services = services;
        this.conversation = conversation;
    }

    /** Each answer under its question; what is not asked any more stands last. */
    List<String> answers(Map<String, String> draft, Ticket ticket, Page page) {
        var left = new TreeMap<String, String>();
        draft.forEach((name, value) -> {
            if (name.startsWith(Field.name(""))) left.put(name, draft.getOrDefault(SAID + name, value));
        });
        var lines = new ArrayList<String>();
        answers.asked(ticket)
                .ifPresent(version -> version.definition().fields().forEach(field -> {
                    var words = words(field, left, page);
                    if (!words.isBlank()) lines.add(page.t("ticket.left.line", field.label(), words));
                    left.keySet().removeIf(name -> of(field, name));
                }));
        lines.addAll(left.values());
        return lines;
    }

    /** What it is to be called, and of which words it is to be made. */
    List<String> split(Map<String, String> draft, Ticket ticket, Page page) {
        var chosen = conversation.newest(List.of(ticket.number()), Stretch.ALL, READ, page.reader()).stream()
                .filter(comment -> ON.equals(draft.get("comment=" + comment.id())))
                .map(comment -> "> " + shortened(comment.text()));
        return Stream.concat(Stream.of(draft.getOrDefault("title", "")), chosen).toList();
    }

    List<String> link(Map<String, String> draft, Ticket ticket, Page page) {
        var other = draft.getOrDefault("other", "");
        if (other.isBlank()) return List.of();
        var relation = Arrays.stream(Relation.values())
                .map(Coded::code)
                .filter(code -> code.equals(draft.get("relation")))
                .findFirst()
                .orElse(Relation.RELATED.code());
        return List.of(page.t("ticket.left.line", page.t("ticket.relation." + relation), other));
    }

    List<String> merge(Map<String, String> draft, Ticket ticket, Page page) {
        var into = draft.getOrDefault("into", "");
        return into.isBlank() ? List.of() : List.of(page.t("ticket.left.line", page.t("ticket.merge.into"), into));
    }

    static List<String> named(Map<String, String> draft) {
        return List.of(draft.getOrDefault(SAID + "person", draft.getOrDefault("person", "")));
    }

    /** Files that were put in as answers, without those that the ticket has already. */
    static String files(Map<String, String> draft) {
        return draft.entrySet().stream()
                .filter(field -> field.getKey().startsWith(Field.name("")))
                .flatMap(field -> {
                    var before = List.of(
                            draft.getOrDefault("was." + field.getKey(), "").split(" "));
                    return Arrays.stream(field.getValue().split(" ")).filter(id -> !before.contains(id));
                })
                .filter(id -> FILE.matcher(id).matches())
                .collect(joining(" "));
    }

    private String words(Field field, Map<String, String> draft, Page page) {
        var name = Field.name(field.code());
        var value = draft.getOrDefault(name, "");
        return switch (field.takes()) {
            case Shape.Choice _ -> value.isEmpty() ? "" : field.chosen(value);
            case Shape.Choices _ -> value.isEmpty() ? ticks(field, draft, page) : value;
            case Shape.Provided _ -> services.byCode(value).map(Service::name).orElse(value);
            case Shape.Files _ ->
                Arrays.stream(value.split(" "))
                        .map(id -> file(id, page.reader()))
                        .collect(joining(page.t("base.between")));
            case Shape.Text _, Shape.Amount _, Shape.Day _, Shape.Somebody _ -> value;
        };
    }

    private static String ticks(Field field, Map<String, String> draft, Page page) {
        return field.takes().offers().stream()
                .filter(option -> draft.containsKey(Field.name(field.code()) + "." + option.code()))
                .map(option -> ON.equals(draft.get(Field.name(field.code()) + "." + option.code()))
                        ? option.name()
                        : page.t("ticket.left.unticked", option.name()))
                .collect(joining(page.t("base.between")));
    }

    private static boolean of(Field field, String name) {
        return name.equals(Field.name(field.code())) || name.startsWith(Field.name(field.code()) + ".");
    }

    private String file(String id, Me me) {
        try {
            return id.isEmpty()
                    ? ""
                    : conversation.file(UUID.fromString(id), me).name();
        } catch (Refused | IllegalArgumentException _) {
            return id;
        }
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }
}
