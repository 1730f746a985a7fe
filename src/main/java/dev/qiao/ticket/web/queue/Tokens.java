package dev.qiao.ticket.web.queue;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
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
import dev.qiao.ticket.form.Shape;
import dev.qiao.ticket.view.Asked;
import dev.qiao.ticket.view.Day;
import dev.qiao.ticket.view.Field;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Term;
import dev.qiao.ticket.view.Term.All;
import dev.qiao.ticket.view.Term.Between;
import dev.qiao.ticket.view.Term.Is;
import dev.qiao.ticket.view.Term.Not;
import dev.qiao.ticket.web.queue.QueuePage.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions in words, each with the address of the list without it and of the one with its opposite. */
@Component
class Tokens {
    private final Teams teams;
    private final Services services;
    private final Categories categories;
    private final People people;
    private final Organizations organizations;
    private final Forms forms;

    Tokens(
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

    List<Token> all(QueueQuery query, Page page) {
        var lens = query.lens();
        var tokens = new ArrayList<Token>();
        if (lens.words() != null) {
            var without = new Lens(
                    lens.view(),
                    null,
                    lens.all(),
                    lens.any(),
                    lens.columns(),
                    lens.sort(),
                    lens.group(),
                    List.of());
            tokens.add(new Token(page.t("base.search"), lens.words(), query.path(without), null));
        }
        for (int n = 0; n < lens.all().size(); n++) {
            var token = lens.all().get(n);
            tokens.add(token(
                    token,
                    query.path(lens.with(changed(lens.all(), n, null), lens.any())),
                    query.path(lens.with(changed(lens.all(), n, opposite(token)), lens.any())),
                    page));
        }
        return List.copyOf(tokens);
    }

    List<List<Token>> any(QueueQuery query, Page page) {
        var lens = query.lens();
        var alternatives = new ArrayList<List<Token>>();
        for (int one = 0; one < lens.any().size(); one++) {
            var terms = lens.any().get(one).terms();
            var tokens = new ArrayList<Token>();
            for (int n = 0; n < terms.size(); n++) {
                var rest = changed(terms, n, null);
                var other = new All(changed(terms, n, opposite(terms.get(n))));
                tokens.add(token(
                        terms.get(n),
                        query.path(lens.with(
                                lens.all(), changed(lens.any(), one, rest.isEmpty() ? null : new All(rest)))),
                        query.path(lens.with(lens.all(), changed(lens.any(), one, other))),
                        page));
            }
            alternatives.add(List.copyOf(tokens));
        }
        return List.copyOf(alternatives);
    }

    private static <T> List<T> changed(List<T> all, int place, @Nullable T other) {
        var changed = new ArrayList<>(all);
        if (other == null) changed.remove(place);
        else changed.set(place, other);
        return changed;
    }

    private static Term opposite(Term token) {
        return token instanceof Not(var inner) ? inner : new Not(token);
    }

    private Token token(Term term, String without, String flipped, Page page) {
        var name = page.t("ticket.field." + Lens.field(term).code());
        var value = said(term, page);
        return new Token(name, value, without, flipped);
    }

    private String said(Term term, Page page) {
        return switch (term) {
            case Not(var inner) -> page.t("ticket.filter.not", said(inner, page));
            case Is(var field, var values, _) ->
                values.stream()
                        .map(value -> word(field, value, page))
                        .collect(Collectors.joining(page.t("ticket.filter.or")));
            case Between(_, var from, var to) when from != null && from.equals(to) -> day(from, page);
            case Between(_, var from, var to) when from == null && to != null ->
                page.t("ticket.filter.until", day(to, page));
            case Between(_, var from, var to) when from != null && to == null ->
                page.t("ticket.filter.from", day(from, page));
            case Between(_, var from, var to) ->
                page.t("ticket.filter.from_to", from == null ? "" : day(from, page), to == null ? "" : day(to, page));
            case All _, Term.Any _ -> throw new IllegalArgumentException("no token");
        };
    }

    private static String day(Day day, Page page) {
        return switch (day) {
            case Day.Now() -> page.t("ticket.filter.now");
            case Day.FromToday(int days) when days == 0 -> page.t("ticket.filter.today");
            case Day.FromToday(int days) when days > 0 -> page.t("ticket.filter.in_days", days);
            case Day.FromToday(int days) -> page.t("ticket.filter.days_ago", -days);
            case Day.On(var date) -> page.times().date(date);
        };
    }

    private String word(Field field, String value, Page page) {
        if (value.equals("none"))
            return page.t(field == Field.ASSIGNEE ? "ticket.nobody" : "ticket.filter.none");
        if (value.equals("me")) return page.t("ticket.filter.me");
        if (value.equals("mine")) return page.t("ticket.filter.mine");
        return switch (field) {
            case STAGE, PRIORITY, KIND, SOURCE, HOLD_FOR -> page.t("ticket." + field.code() + "." + value);
            case OUTCOME -> page.t("ticket.resolution.code." + value);
            case CAUSE -> page.t("ticket.resolution.cause." + value);
            case TAG -> value;
            case ANSWER -> Asked.of(value).map(this::answered).orElse(value);
            case VIP -> page.t("ticket.filter." + value);
            case TEAM, ASSIGNEE, REQUESTER, SERVICE, ORGANIZATION, CATEGORY ->
                named(field, Long.parseLong(value)).orElse("#" + value);
            case DUE, RETURNS, OPENED, RESOLVED, CHANGED -> value;
        };
    }

    private Optional<String> named(Field field, long id) {
        return switch (field) {
            case TEAM -> teams.find(id).map(Team::name);
            case ASSIGNEE, REQUESTER -> people.find(id).map(Person::name);
            case SERVICE -> services.find(id).map(Service::name);
            case ORGANIZATION -> organizations.find(id).map(Organization::name);
            case CATEGORY -> categories.find(id).map(Category::name);
            case STAGE, PRIORITY, KIND, SOURCE, HOLD_FOR, OUTCOME, CAUSE, VIP, TAG, ANSWER, DUE, RETURNS, OPENED, RESOLVED, CHANGED ->
                Optional.empty();
        };
    }

    /** The question and its answer as the form has them now. */
    private String answered(Asked asked) {
        return forms.question(asked.form(), asked.field())
                .map(field -> field.label() + "·" + answered(field, asked.words()))
                .orElse(asked.toString());
    }

    private String answered(dev.qiao.ticket.form.Field field, String words) {
        return switch (field.takes()) {
            case Shape.Somebody _ -> named(Field.REQUESTER, Long.parseLong(words)).orElse("#" + words);
            case Shape.Provided _ -> named(Field.SERVICE, Long.parseLong(words)).orElse("#" + words);
            case Shape.Text _, Shape.Amount _, Shape.Day _, Shape.Choice _, Shape.Choices _, Shape.Files _ ->
                field.chosen(words);
        };
    }
}
