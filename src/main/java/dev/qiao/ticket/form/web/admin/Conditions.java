package dev.qiao.ticket.form.web.admin;

import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a field can depend on, in words: that an earlier one was answered at all, or which choice was made there. */
final class Conditions {
    private static final int MOST = 200;

    private Conditions() {}

    /** With what the field depends on now, though it be several choices at once. */
    static List<Choice> of(Form form, String code, FieldForm sent, Page page) {
        var fields = form.draft().fields();
        int here = code.isEmpty() ? fields.size() : FieldController.place(fields, code);
        var earlier = fields.subList(0, here);
        var all = new ArrayList<Choice>();
        earlier.stream().flatMap(field -> of(field, page)).limit(MOST).forEach(all::add);
        for (var told : Arrays.asList(sent.shown(), sent.needed())) add(told, earlier, all, page);
        return List.copyOf(all);
    }

    private static Stream<Choice> of(Field field, Page page) {
        return Stream.concat(
                Stream.of(new Choice(field.code(), page.t("ticket.form.when_answered", field.label()))),
                field.takes().offers().stream()
                        .map(option -> new Choice(
                                field.code() + " " + option.code(),
                                page.t("ticket.form.when_is", field.label(), option.name()))));
    }

    private static void add(@Nullable String told, List<Field> earlier, List<Choice> all, Page page) {
        var value = Objects.requireNonNullElse(told, "");
        if (value.isEmpty() || all.stream().anyMatch(choice -> choice.value().equals(value))) return;
        var words = Arrays.asList(value.split(" "));
        var label = earlier.stream()
                .filter(field -> field.code().equals(words.getFirst()))
                .map(field -> page.t(
                        "ticket.form.when_is",
                        field.label(),
                        words.subList(1, words.size()).stream()
                                .map(field::chosen)
                                .collect(Collectors.joining(page.t("ticket.filter.or")))))
                .findFirst()
                .orElse(value);
        all.add(new Choice(value, label));
    }
}
