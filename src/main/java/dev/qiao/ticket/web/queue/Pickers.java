package dev.qiao.ticket.web.queue;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.view.Field;
import dev.qiao.ticket.web.queue.QueuePage.Picker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The conditions that one can add: each choice is a token as it stands in the address. */
@Component
class Pickers {
    private static final Map<Field, List<String>> STRETCHES = Map.of(
            Field.DUE, List.of("..now", "today", "today..today+7", "..today-7"),
            Field.OPENED, List.of("today", "today-1", "today-7..", "today-30..", "..today-30"),
            Field.RESOLVED, List.of("today", "today-7..", "today-30.."));
    private static final int MOST_ORGANIZATIONS = 300;
    private static final int MOST_QUESTIONS = 200;

    private final Teams teams;
    private final Services services;
    private final Categories categories;
    private final People people;
    private final Organizations organizations;
    private final Forms forms;

    Pickers(
            Teams teams,
            Services services,
            Categories categories,
            People people,
            Organizations organizations,
            Forms forms) {
        this.teams = teams;
        this.services = services;
        this.categories = categories;
        this.people = people;
        this.organizations = organizations;
        this.forms = forms;
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
                                Team::code,
                                Team::name,
                                page),
                        things(
                                Field.ASSIGNEE,
                                List.of(
                                        choice(Field.ASSIGNEE, "me", page.t("ticket.filter.me")),
                                        choice(Field.ASSIGNEE, "none", page.t("ticket.nobody"))),
                                people.able(Permission.TICKET_WORK),
                                person -> "id:" + person.id(),
                                Person::name,
                                page),
                        things(
                                Field.SERVICE,
                                none(Field.SERVICE, page),
                                services.active(),
                                Service::code,
                                Service::name,
                                page),
                        things(
                                Field.CATEGORY,
                                none(Field.CATEGORY, page),
                                categories.all().stream()
                                        .filter(Category::active)
                                        .toList(),
                                Category::code,
                                Category::name,
                                page),
                        things(
                                Field.ORGANIZATION,
                                List.of(),
                                organizations.page("", MOST_ORGANIZATIONS).stream()
                                        .filter(Organization::active)
                                        .toList(),
                                Organization::code,
                                Organization::name,
                                page),
                        words(Field.VIP, "filter", page),
                        stretches(Field.DUE, page),
                        stretches(Field.OPENED, page),
                        stretches(Field.RESOLVED, page),
                        words(Field.HOLD_FOR, "hold_for", page),
                        words(Field.OUTCOME, "resolution.code", page),
                        words(Field.CAUSE, "resolution.cause", page),
                        words(Field.SOURCE, "source", page))
                .filter(picker -> !picker.choices().isEmpty())
                .toList();
    }

    /** What forms ask, by the name of the form. */
    List<Choice> questions() {
        return forms.asking().stream()
                .filter(form -> form.current() != null)
                .flatMap(form -> Objects.requireNonNull(form.current()).definition().fields().stream()
                        .map(field -> new Choice(form.code() + "." + field.code(), form.name() + "·" + field.label())))
                .limit(MOST_QUESTIONS)
                .toList();
    }

    private static List<Choice> none(Field field, Page page) {
        return List.of(choice(field, "none", page.t("ticket.filter.none")));
    }

    private static Picker stretches(Field field, Page page) {
        var all = STRETCHES.getOrDefault(field, List.of());
        var choices = all.stream()
                .map(stretch ->
                        choice(field, stretch, page.t("ticket.filter." + field.code() + "." + all.indexOf(stretch))))
                .toList();
        return new Picker(page.t("ticket.field." + field.code()), field.code(), choices);
    }

    /** @param named where the words of the field stand among the texts */
    private static Picker words(Field field, String named, Page page) {
        var choices = field.words().stream()
                .map(word -> choice(field, word, page.t("ticket." + named + "." + word)))
                .toList();
        return new Picker(page.t("ticket.field." + field.code()), field.code(), choices);
    }

    private static <T> Picker things(
            Field field,
            List<Choice> first,
            List<T> all,
            Function<T, String> code,
            Function<T, String> label,
            Page page) {
        var choices = Stream.concat(first.stream(), all.stream().map(t -> choice(field, code.apply(t), label.apply(t))))
                .toList();
        return new Picker(page.t("ticket.field." + field.code()), field.code(), choices);
    }

    private static Choice choice(Field field, String value, String label) {
        return new Choice(field.code() + ":" + value, label);
    }
}
