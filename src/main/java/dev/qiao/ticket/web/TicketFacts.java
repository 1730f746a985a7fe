package dev.qiao.ticket.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.Page;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Resolution;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known about a ticket, line by line. */
@Component
class TicketFacts {
    private final Services services;
    private final Categories categories;
    private final Teams teams;

    TicketFacts(Services services, Categories categories, Teams teams) {
        this.services = services;
        this.categories = categories;
        this.teams = teams;
    }

    List<FactView> of(Ticket t, Faces.Album album, Page page) {
        var m = t.matter();
        var lines = new ArrayList<FactView>();
        lines.add(FactView.person(
                page.t("ticket.requester"), album.of(m.requester()).vip(m.vip())));
        var person = album.person(m.requester());
        if (person != null && person.phone() != null) {
            lines.add(FactView.link(
                    page.t("ticket.phone"),
                    person.phone(),
                    "tel:" + person.phone().replaceAll("[^0-9+]", "")));
        }
        if (m.reporter() != m.requester()) {
            lines.add(FactView.person(page.t("ticket.reporter"), album.of(m.reporter())));
        }
        if (m.service() != null) {
            services.find(m.service())
                    .map(Service::name)
                    .ifPresent(name -> lines.add(FactView.of(page.t("ticket.service"), name)));
        }
        if (m.category() != null) {
            var path =
                    categories.path(m.category()).stream().map(Category::name).collect(Collectors.joining(" / "));
            lines.add(FactView.of(page.t("ticket.category"), path));
        }
        lines.add(FactView.of(
                page.t("ticket.impact"),
                page.t("ticket.level." + t.weight().impact().code())));
        lines.add(FactView.of(
                page.t("ticket.urgency"),
                page.t("ticket.level." + t.weight().urgency().code())));
        add(lines, page, "ticket.priority_reason", t.weight().reason());
        if (t.place().team() != null) {
            teams.find(t.place().team())
                    .map(Team::name)
                    .ifPresent(name -> lines.add(FactView.of(page.t("ticket.team"), name)));
        }
        if (m.startedAt() != null) lines.add(FactView.of(page.t("ticket.started"), page.exact(m.startedAt())));
        lines.add(FactView.of(page.t("ticket.opened"), page.exact(t.times().openedAt())));
        lines.add(FactView.of(
                page.t("ticket.source"), page.t("ticket.source." + m.source().code())));
        if (!m.tags().isEmpty())
            lines.add(FactView.of(page.t("ticket.tags"), String.join(page.t("base.between"), m.tags())));
        var ended = resolution(t.stage());
        if (ended != null) {
            lines.add(FactView.of(
                    page.t("ticket.resolution.code"),
                    page.t("ticket.resolution.code." + ended.code().code())));
            if (ended.cause() != null) {
                lines.add(FactView.of(
                        page.t("ticket.resolution.cause"),
                        page.t("ticket.resolution.cause." + ended.cause().code())));
            }
            if (ended.restoredAt() != null) {
                lines.add(FactView.of(page.t("ticket.resolution.restored"), page.exact(ended.restoredAt())));
            }
        }
        return List.copyOf(lines);
    }

    private static void add(List<FactView> lines, Page page, String key, @Nullable String value) {
        if (value != null) lines.add(FactView.of(page.t(key), value));
    }

    private static @Nullable Resolution resolution(Stage stage) {
        return switch (stage) {
            case Stage.Resolved r -> r.resolution();
            case Stage.Closed c -> c.resolution();
            case Stage.Waiting _, Stage.Working _, Stage.OnHold _ -> null;
        };
    }
}
