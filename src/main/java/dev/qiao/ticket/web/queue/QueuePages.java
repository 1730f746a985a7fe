package dev.qiao.ticket.web.queue;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
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
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Listed;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.web.TicketRows;
import dev.qiao.ticket.web.queue.QueuePage.Picker;
import dev.qiao.ticket.web.queue.QueuePage.Token;
import dev.qiao.ticket.web.queue.QueuePage.ViewTab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the queue's page shows around its rows. */
@Component
class QueuePages {
    private static final List<View> COMMON =
            List.of(View.OPEN, View.MINE, View.DUE, View.UNASSIGNED, View.ON_HOLD, View.VIP, View.RESOLVED, View.ALL);

    private final Queue queue;
    private final TicketRows rows;
    private final Teams teams;
    private final Services services;
    private final Categories categories;
    private final People people;
    private final Organizations organizations;

    QueuePages(
            Queue queue,
            TicketRows rows,
            Teams teams,
            Services services,
            Categories categories,
            People people,
            Organizations organizations) {
        this.queue = queue;
        this.rows = rows;
        this.teams = teams;
        this.services = services;
        this.categories = categories;
        this.people = people;
        this.organizations = organizations;
    }

    QueuePage of(QueueQuery query, Listed listed, Page page) {
        var filter = query.filter();
        boolean further = query.after() != null;
        var next = listed.next();
        return new QueuePage(
                page.t("ticket.view." + query.chosen().code()),
                further ? List.of() : views(query, page),
                further ? List.of() : tokens(query, filter, page),
                query.parameters(),
                further ? List.of() : pickers(query, page),
                rows.of(listed.items(), page),
                query.address(Map.of()),
                next == null ? null : query.address(next),
                Objects.requireNonNullElse(query.group(), ""),
                filter.open() && filter.words() == null,
                filter.words() != null);
    }

    private List<ViewTab> views(QueueQuery query, Page page) {
        var tabs = new ArrayList<ViewTab>();
        for (var view : COMMON) {
            tabs.add(new ViewTab(
                    page.t("ticket.view." + view.code()),
                    "/tickets?view=" + view.code(),
                    view == View.ALL || view == View.RESOLVED ? null : count(Filter.of(view), page),
                    view == query.chosen() && query.team() == null));
        }
        for (var team : teams.of(page.reader().teams()).values()) {
            tabs.add(new ViewTab(
                    team.name(),
                    "/tickets?team=" + team.id(),
                    count(Filter.of(View.OPEN).team(team.id()), page),
                    Objects.equals(query.team(), team.id())));
        }
        return List.copyOf(tabs);
    }

    private String count(Filter filter, Page page) {
        int count = queue.count(filter, page.reader(), page.now());
        return count > Queue.COUNTED ? page.number(Queue.COUNTED) + "+" : page.number(count);
    }

    private List<Token> tokens(QueueQuery query, Filter filter, Page page) {
        var tokens = new ArrayList<Token>();
        if (filter.words() != null) tokens.add(new Token(page.t("base.search"), filter.words(), query.without("q")));
        words(tokens, query, page, "stage", filter.stages());
        words(tokens, query, page, "priority", filter.priorities());
        words(tokens, query, page, "kind", filter.kinds());
        named(tokens, query, page, "team", filter.team(), id -> teams.find(id).map(Team::name));
        named(
                tokens,
                query,
                page,
                "assignee",
                filter.assignee(),
                id -> id == 0
                        ? Optional.of(page.t("ticket.nobody"))
                        : people.find(id).map(Person::name));
        named(
                tokens,
                query,
                page,
                "requester",
                filter.requester(),
                id -> people.find(id).map(Person::name));
        named(
                tokens,
                query,
                page,
                "service",
                filter.service(),
                id -> services.find(id).map(Service::name));
        named(
                tokens,
                query,
                page,
                "organization",
                filter.organization(),
                id -> organizations.find(id).map(Organization::name));
        named(
                tokens,
                query,
                page,
                "category",
                filter.category(),
                id -> categories.find(id).map(Category::name));
        return List.copyOf(tokens);
    }

    private static void words(
            List<Token> tokens, QueueQuery query, Page page, String name, java.util.Set<? extends Coded> chosen) {
        if (chosen.isEmpty()) return;
        var said = chosen.stream()
                .map(word -> page.t("ticket." + name + "." + word.code()))
                .sorted()
                .toList();
        tokens.add(new Token(page.t("ticket." + name), String.join(page.t("base.comma"), said), query.without(name)));
    }

    private static void named(
            List<Token> tokens,
            QueueQuery query,
            Page page,
            String name,
            @Nullable Long id,
            Function<Long, Optional<String>> find) {
        if (id == null) return;
        tokens.add(new Token(page.t("ticket." + name), find.apply(id).orElse("?"), query.without(name)));
    }

    private List<Picker> pickers(QueueQuery query, Page page) {
        var used = query.parameters().keySet();
        return Stream.of(
                        words("priority", Priority.values(), page),
                        words("stage", Stage.Name.values(), page),
                        words("kind", Kind.values(), page),
                        picker("team", teams.active(), Team::id, Team::name, page),
                        picker("service", services.active(), Service::id, Service::name, page),
                        picker(
                                "category",
                                categories.all().stream()
                                        .filter(Category::active)
                                        .toList(),
                                Category::id,
                                Category::name,
                                page))
                .filter(picker ->
                        !used.contains(picker.name()) && !picker.choices().isEmpty())
                .toList();
    }

    private static Picker words(String name, Coded[] words, Page page) {
        var choices = Arrays.stream(words)
                .map(w -> new Choice(w.code(), page.t("ticket." + name + "." + w.code())))
                .toList();
        return new Picker(name, page.t("ticket." + name), choices);
    }

    private static <T> Picker picker(
            String name, List<T> all, Function<T, Long> id, Function<T, String> label, Page page) {
        var choices = all.stream()
                .map(t -> new Choice(id.apply(t).toString(), label.apply(t)))
                .toList();
        return new Picker(name, page.t("ticket." + name), choices);
    }
}
