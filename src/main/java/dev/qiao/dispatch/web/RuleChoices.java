package dev.qiao.dispatch.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Lang;
import dev.qiao.dispatch.Rule;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a rule can name, in the reader's words. */
@Component
public class RuleChoices {
    private static final int MOST = 500;

    private final Teams teams;
    private final Services services;
    private final Organizations organizations;
    private final Categories categories;

    RuleChoices(Teams teams, Services services, Organizations organizations, Categories categories) {
        this.teams = teams;
        this.services = services;
        this.organizations = organizations;
        this.categories = categories;
    }

    /** The lists of the form. */
    public record Lists(
            List<Choice> kinds,
            List<Choice> priorities,
            List<Choice> categories,
            List<Choice> services,
            List<Choice> organizations,
            List<Choice> teams) {}

    /** @param form what the rule names now, which may be retired */
    Lists all(RuleForm form, Lang lang) {
        return new Lists(
                Arrays.stream(Kind.values())
                        .map(k -> new Choice(k.code(), lang.t("ticket.kind." + k.code())))
                        .toList(),
                Arrays.stream(Priority.values())
                        .map(p -> new Choice(p.code(), lang.t("ticket.priority." + p.code())))
                        .toList(),
                Choice.standing(
                        categories.all().stream()
                                .filter(Category::active)
                                .map(c -> choice(c.id(), path(c.id())))
                                .toList(),
                        form.text(form.category()),
                        id -> categories.find(Long.parseLong(id)).map(c -> lang.t("base.retired", path(c.id())))),
                Choice.standing(
                        services.active().stream()
                                .map(s -> choice(s.id(), s.name()))
                                .toList(),
                        form.text(form.service()),
                        id -> services.find(Long.parseLong(id)).map(s -> lang.t("base.retired", s.name()))),
                Choice.standing(
                        organizations.page("", MOST).stream()
                                .map(o -> choice(o.id(), o.name()))
                                .toList(),
                        form.text(form.organization()),
                        id -> organizations.find(Long.parseLong(id)).map(Organization::name)),
                Choice.standing(
                        teams(),
                        form.text(form.team()),
                        id -> teams.find(Long.parseLong(id)).map(t -> lang.t("base.retired", t.name()))));
    }

    /** @param standing the one that is chosen now, which may be retired */
    List<Choice> teams(@Nullable Long standing, Lang lang) {
        return Choice.standing(
                teams(),
                standing == null ? null : String.valueOf(standing),
                id -> teams.find(Long.parseLong(id)).map(t -> lang.t("base.retired", t.name())));
    }

    List<Choice> teams() {
        return teams.active().stream().map(t -> choice(t.id(), t.name())).toList();
    }

    List<RuleLine> lines(List<Rule> rules, Lang lang) {
        var known = teams.of(rules.stream().map(Rule::team).distinct().toList());
        var customers = organizations.of(rules.stream()
                .map(Rule::organization)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rules.stream()
                .map(rule -> line(rule, conditions(rule, customers, lang), known.get(rule.team()), lang))
                .toList();
    }

    private List<String> conditions(Rule rule, Map<Long, Organization> customers, Lang lang) {
        var all = new ArrayList<String>();
        if (rule.vip()) all.add(lang.t("dispatch.only_vips"));
        if (rule.kind() != null) all.add(lang.t("ticket.kind." + rule.kind().code()));
        if (rule.priority() != null)
            all.add(lang.t("ticket.priority." + rule.priority().code()));
        if (rule.category() != null) all.add(path(rule.category()));
        if (rule.service() != null) {
            all.add(services.find(rule.service()).map(Service::name).orElse(""));
        }
        if (rule.organization() != null) {
            var customer = customers.get(rule.organization());
            all.add(customer == null ? "" : customer.name());
        }
        if (!rule.words().isEmpty()) all.add(lang.t("dispatch.says", String.join(" / ", rule.words())));
        return all;
    }

    private String path(long category) {
        return categories.path(category).stream().map(Category::name).collect(Collectors.joining(" › "));
    }

    private static RuleLine line(Rule rule, List<String> conditions, @Nullable Team team, Lang lang) {
        if (team == null) return new RuleLine(rule, conditions, "", false);
        var name = team.active() ? team.name() : lang.t("base.retired", team.name());
        return new RuleLine(rule, conditions, name, team.active());
    }

    private static Choice choice(long id, String name) {
        return new Choice(String.valueOf(id), name);
    }
}
