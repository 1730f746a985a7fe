package dev.qiao.ticket.form;

import dev.qiao.ticket.form.Answer.Files;
import dev.qiao.ticket.form.Answer.Somebody;
import dev.qiao.ticket.form.Answer.Words;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers of a ticket with what was asked then. */
public record Answered(FormVersion version, Map<String, Answer> answers) {
    /** What a ticket is found by. */
    public String words() {
        return answers.values().stream()
                .map(answer -> answer instanceof Words words ? words.text() : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    public List<UUID> files() {
        return answers.values().stream()
                .flatMap(answer -> answer instanceof Files files ? files.files().stream() : Stream.of())
                .toList();
    }

    public List<Long> persons() {
        return answers.values().stream()
                .flatMap(answer -> answer instanceof Somebody body ? Stream.of(body.person()) : Stream.of())
                .toList();
    }
}
