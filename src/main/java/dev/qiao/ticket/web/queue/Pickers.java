package dev.qiao.ticket.web.queue;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.view.Field;
import dev.qiao.ticket.web.queue.QueuePage.Picker;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The conditions that one can add: each choice is a token as it stands in the address. */
@Component
class Pickers {
    private static final List<String> STRETCHES = List.of("..now", "today", "today..today+7", "..today-7");

    private final Teams teams;
    private final Services services;
    private final Categories categories;
    private final People people;

    Pickers(Teams teams, Services services, Categories categories, People people) {
        this.teams = teams;
        this.services = services;
        this.categories = categories;
        this.people = people;
    }

    /** Those of few words are ticked, the others chosen from a list. */
    List<Picker> ticked(Page page) {
        return Stream.of(Field.PRIORITY, Field.STAGE, Field.KIND)
                .map(field -> new Picker(
                        page.t("ticket.field." + field.code()),
                        field.code(),
                        field.words().stream()
                                .map(word -> new Choice(
                                        field.code() + ":" + word, page.t("ticket." + field.code() + "." + word)))
                                .toList()))
                .toList();
    }

    List<Picker> chosen(Page page) {
        return Stream.of(
                        things(
                                Field.TEAM,
                                List.of(choice(Field.TEAM, "mine", page.t("ticket.filter.mine"))),
                                teams.active(),
                                Team::id,
                                Team::name,
                                page),
                        things(
                                Field.ASSIGNEE,
                                List.of(
                                        choice(Field.ASSIGNEE, "me", page.t("ticket.filter.me")),
                                        choice(Field.ASSIGNEE, "none", page.t("ticket.nobody"))),
                                people.desk(""),
                                Person::id,
                                Person::name,
                                page),
                        things(Field.SERVICE, List.of(), services.active(), Service::id, Service::name, page),
                        things(
                                Field.CATEGORY,
                                List.of(),
                                categories.all().stream()
                                        .filter(Category::active)
                                        .toList(),
                                Category::id,
                                Category::name,
                                page),
                        due(page),
                        words(Field.HOLD_FOR, page),
                        words(Field.SOURCE, page))
                .filter(picker -> !picker.choices().isEmpty())
                .toList();
    }

    private static Picker due(Page page) {
        var choices = STRETCHES.stream()
                .map(stretch -> new Choice(
                        Field.DUE.code() + ":" + stretch, page.t("ticket.filter.due." + STRETCHES.indexOf(stretch))))
                .toList();
        return new Picker(page.t("ticket.field.due"), Field.DUE.code(), choices);
    }

    private static Picker words(Field field, Page page) {
        var choices = field.words().stream()
                .map(word -> choice(field, word, page.t("ticket." + field.code() + "." + word)))
                .toList();
        return new Picker(page.t("ticket.field." + field.code()), field.code(), choices);
    }

    private static <T> Picker things(
            Field field, List<Choice> first, List<T> all, Function<T, Long> id, Function<T, String> label, Page page) {
        var choices = Stream.concat(
                        first.stream(),
                        all.stream().map(t -> choice(field, id.apply(t).toString(), label.apply(t))))
                .toList();
        return new Picker(page.t("ticket.field." + field.code()), field.code(), choices);
    }

    private static Choice choice(Field field, String value, String label) {
        return new Choice(field.code() + ":" + value, label);
    }
}
