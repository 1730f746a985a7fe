package dev.qiao.demo;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.dispatch.Policy;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.dispatch.Rules;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.Rights;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.people.Tier;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Offer;
import dev.qiao.sla.Selection;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.form.FormHead;
import dev.qiao.ticket.form.Forms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Founds the made-up company by the rooms' own verbs, or finds it again. */
@Component
class Founding {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Me QIAO = Me.machine(Origin.DEMO);

    private final Organizations organizations;
    private final People people;
    private final Teams teams;
    private final Rights rights;
    private final Services services;
    private final Categories categories;
    private final Forms forms;
    private final Rules rules;
    private final Agreements agreements;
    private final Rota rota;
    private final Craft craft;

    Founding(
            Organizations organizations,
            People people,
            Teams teams,
            Rights rights,
            Services services,
            Categories categories,
            Forms forms,
            Rules rules,
            Agreements agreements,
            Rota rota,
            Craft craft) {
        this.organizations = organizations;
        this.people = people;
        this.teams = teams;
        this.rights = rights;
        this.services = services;
        this.categories = categories;
        this.forms = forms;
        this.rules = rules;
        this.agreements = agreements;
        this.rota = rota;
        this.craft = craft;
    }

    void found(Company company, Instant day) {
        company.organizations().forEach(o -> organizations.add(o.code(), o.name(), o.comesFirst(), QIAO, day));
        for (var e : company.people()) {
            var mail = e.login() + "@example.com";
            var draft = new PersonDraft(
                    e.login(),
                    e.name(),
                    mail,
                    null,
                    e.title(),
                    organization(e.organization()).id());
            people.add(draft, Set.of(e.role()), QIAO, day);
        }
        company.teams().forEach(crew -> found(crew, day));
        for (var s : company.services()) {
            var carers = s.teams().stream().map(this::team).toList();
            services.create(
                    new ServiceDraft(s.code(), s.name(), s.nobodyCanDoWithout(), person(s.owner()), carers, true),
                    QIAO,
                    day);
        }
        company.services().forEach(offer -> link(offer, day));
        for (var r : company.rules()) {
            var category = r.category() == null ? null : category(r.category());
            var kind = r.kind() == null ? null : Coded.of(Kind.class, "kind", r.kind());
            rules.create(
                    new RuleDraft(r.name(), kind, category, null, null, r.wordsOrNone(), null, team(r.team()), true),
                    QIAO,
                    day);
        }
        company.forms().forEach(paper -> found(paper, day));
        var policy = rules.policy();
        rules.change(
                new Policy(
                        team(company.default_team()),
                        policy.urgent(),
                        policy.important(),
                        policy.normal(),
                        policy.version()),
                QIAO,
                day);
        promise(company.first_agreement(), day);
        craft.found(company, day);
    }

    /** Once all of them are there. */
    private void link(Company.Offer offer, Instant day) {
        if (offer.restsOn().isEmpty()) return;
        var service = services.byCode(offer.code()).orElseThrow();
        var others = offer.restsOn().stream()
                .map(code -> services.byCode(code).orElseThrow().id())
                .toList();
        var draft = new ServiceDraft(
                service.code(), service.name(), service.critical(), service.ownerId(), service.teams(), others, true);
        services.update(service.id(), service.version(), draft, QIAO, day);
    }

    private void found(Company.Paper paper, Instant day) {
        var category = paper.category() == null ? null : category(paper.category());
        var kind = paper.kind() == null ? null : Coded.of(Kind.class, "kind", paper.kind());
        var head = new FormHead(paper.code(), paper.name(), category, kind, paper.icon(), 100, true);
        var made = forms.create(head, QIAO, day);
        var drawn = forms.redraft(paper.code(), made.revision(), paper.definition(), QIAO, day);
        forms.publish(paper.code(), drawn.revision(), QIAO, day);
    }

    private void found(Company.Crew crew, Instant day) {
        var draft =
                new TeamDraft(crew.name(), Coded.of(Tier.class, "tier", crew.tier()), person(crew.lead()), ZONE, true);
        var team = teams.add(crew.code(), draft, QIAO, day);
        teams.staff(team.id(), crew.members().stream().map(this::person).collect(toSet()), QIAO, day);
        rota.found(team, crew, day);
    }

    /** Who comes first is promised more; what is no fault is promised working hours. */
    private void promise(String name, Instant day) {
        var offer = new Offer(
                "24x7",
                Map.of(
                        Metric.RESPONSE, budgets(20, 60, 120),
                        Metric.RESOLUTION, budgets(120, 240, 480)),
                Map.of(Metric.RESOLUTION, Set.of("requester", "supplier")));
        agreements.create("vip", name, offer, QIAO, day);
        agreements.select(
                List.of(
                        new Selection("warning", null, null, null, "warning", null),
                        new Selection("vip", null, null, true, null, null),
                        new Selection("office", null, null, null, "request", null),
                        new Selection("office", null, null, null, "question", null),
                        new Selection("office", null, null, null, "task", null)),
                "standard",
                agreements.revision(),
                QIAO,
                day);
    }

    private static Map<String, Duration> budgets(int urgent, int important, int normal) {
        return Map.of(
                "urgent", Duration.ofMinutes(urgent),
                "important", Duration.ofMinutes(important),
                "normal", Duration.ofMinutes(normal));
    }

    /** Who plays. */
    record Cast(
            List<Me> requesters,
            Map<Long, List<Me>> engineers,
            Map<Long, Me> everybody,
            Map<String, Long> services,
            Map<String, Long> categories,
            Me dispatcher) {
        Me me(long person) {
            var me = everybody.get(person);
            if (me == null) throw new IllegalStateException("nobody is " + person);
            return me;
        }

        @Nullable
        Me anyOf(long team, java.util.random.RandomGenerator dice) {
            var members = engineers.getOrDefault(team, List.of());
            return members.isEmpty() ? null : Story.pick(members, dice);
        }
    }

    Cast cast(Company company) {
        var everybody =
                people
                        .byLogins(company.people().stream()
                                .map(Company.Employee::login)
                                .toList())
                        .values()
                        .stream()
                        .map(p -> rights.of(p.id(), Origin.DEMO).orElseThrow())
                        .collect(toMap(Me::login, me -> me));
        var requesters = company.people().stream()
                .filter(e -> e.role().equals("requester"))
                .map(e -> everybody.get(e.login()))
                .toList();
        var engineers = company.teams().stream()
                .collect(toMap(
                        crew -> team(crew.code()),
                        crew -> crew.members().stream()
                                .filter(login -> !login.equals(crew.lead()))
                                .map(everybody::get)
                                .toList()));
        var dispatcher = company.people().stream()
                .filter(e -> e.role().equals("dispatcher"))
                .map(e -> everybody.get(e.login()))
                .findFirst()
                .orElseThrow();
        return new Cast(
                requesters,
                engineers,
                everybody.values().stream().collect(toMap(Me::id, me -> me)),
                services.all().stream().collect(toMap(Service::code, Service::id)),
                categories.all().stream().collect(toMap(Category::code, Category::id)),
                dispatcher);
    }

    private Organization organization(String code) {
        return organizations.byCode(code).orElseThrow();
    }

    private long person(String login) {
        return people.byLogin(login).orElseThrow().id();
    }

    private long team(String code) {
        return teams.byCode(code).orElseThrow().id();
    }

    private long category(String code) {
        return categories.byCode(code).orElseThrow().id();
    }
}
