package dev.qiao.people.web;

import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues who can be mentioned, while somebody types their name. */
@Needs(Permission.TICKET_WORK)
@RestController
class MentionController {
    /** A colleague as the composer offers them. */
    record Mention(String login, String name, @Nullable String about) {}

    private final People people;

    MentionController(People people) {
        this.people = people;
    }

    @GetMapping("/people/mentions")
    List<Mention> index(@RequestParam(defaultValue = "") String q) {
        return people.desk(q).stream()
                .filter(person -> person.login() != null)
                .map(person -> new Mention(Wording.login(person), person.name(), person.title()))
                .toList();
    }
}
