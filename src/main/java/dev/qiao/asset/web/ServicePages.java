package dev.qiao.asset.web;

import dev.qiao.asset.Links.Reached;
import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Templates;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a service shows. */
@Component
class ServicePages {
    private final Services services;
    private final People people;
    private final Teams teams;
    private final Templates templates;

    ServicePages(Services services, People people, Teams teams, Templates templates) {
        this.services = services;
        this.people = people;
        this.teams = teams;
        this.templates = templates;
    }

    void show(Service service, Page page, Model model) {
        var known = teams.of(service.teams());
        model.addAttribute("service", service);
        model.addAttribute(
                "owner",
                service.ownerId() == null
                        ? null
                        : people.find(service.ownerId()).map(Person::name).orElse(null));
        model.addAttribute(
                "carers",
                service.teams().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .map(Team::name)
                        .toList());
        model.addAttribute("below", named(services.below(service.id())));
        model.addAttribute("above", named(services.above(service.id())));
        model.addAttribute("panels", templates.panels(Services.KIND, service.id(), page));
    }

    private List<Neighbour> named(List<Reached> reached) {
        return reached.stream()
                .flatMap(each ->
                        services.find(each.service()).stream().map(service -> new Neighbour(service, each.depth())))
                .toList();
    }
}
