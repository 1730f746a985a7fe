package dev.qiao.signal.api;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.signal.Severity;
import dev.qiao.signal.rule.AlertRule;
import dev.qiao.signal.rule.AlertRuleDraft;
import dev.qiao.signal.rule.AlertRules;
import dev.qiao.signal.rule.Opens;
import dev.qiao.ticket.Weight.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ordered rules by which alerts are judged. */
@Needs(Permission.DESK_CONFIGURE)
@RestController
@RequestMapping("/api/v1/alert-rules")
class AlertRuleApi {
    private static final String LIST = "alert-rules";

    /**
     * A rule as it should be; an effect that is absent is left to later rules.
     *
     * @param matchers conditions, all of which have to hold
     * @param opens incident, warning or nothing
     * @param service the code of the service that the alert is about
     * @param team the code of the team that gets the ticket
     * @param active absent: it is
     * @param version that was seen; absent: whatever it is
     */
    record Given(
            @Nullable String name,
            @Nullable List<String> matchers,
            @Nullable String opens,
            @Nullable String severity,
            @Nullable String service,
            @Nullable String impact,
            @Nullable String urgency,
            @Nullable String team,
            @Nullable Boolean active,
            @Nullable Integer version) {}

    /**
     * A rule as programs see it.
     *
     * @param place in the list, counted from 1; the first rule that matches and names an effect decides it
     */
    record Shown(
            long id,
            int place,
            String name,
            List<String> matchers,
            @Nullable Opens opens,
            @Nullable Severity severity,
            @Nullable Ref service,
            @Nullable Level impact,
            @Nullable Level urgency,
            @Nullable Ref team,
            boolean active,
            int version) {}

    private final AlertRules rules;
    private final Services services;
    private final Teams teams;
    private final InstantSource clock;

    AlertRuleApi(AlertRules rules, Services services, Teams teams, InstantSource clock) {
        this.rules = rules;
        this.services = services;
        this.teams = teams;
        this.clock = clock;
    }

    /** In their order. */
    @GetMapping
    Slice<Shown> index(Paging paging) {
        var after = paging.after(LIST);
        long from = after == null ? 0 : after.number(0);
        var rows = rules.all().stream()
                .filter(rule -> rule.place() > from)
                .limit(paging.limit() + 1L)
                .toList();
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.place()))
                .map(this::shown);
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable long id) {
        return shown(rules.find(id));
    }

    /** At the end of the list. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Given given, Me me) {
        return shown(rules.create(draft(given), me, clock.instant()));
    }

    /** As a whole; it keeps its place. */
    @PutMapping("/{id}")
    Shown update(@PathVariable long id, @RequestBody Given given, Me me) {
        int seen = Objects.requireNonNullElseGet(
                given.version(), () -> rules.find(id).version());
        return shown(rules.update(id, seen, draft(given), me, clock.instant()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, Me me) {
        rules.delete(id, me, clock.instant());
    }

    private AlertRuleDraft draft(Given given) {
        var wrong = new Objections();
        var opens = wrong.read(() -> word(Opens.class, "opens", given.opens()));
        var severity = wrong.read(() -> word(Severity.class, "severity", given.severity()));
        var service = wrong.read(() -> service(given.service()));
        var impact = wrong.read(() -> word(Level.class, "impact", given.impact()));
        var urgency = wrong.read(() -> word(Level.class, "urgency", given.urgency()));
        var team = wrong.read(() -> team(given.team()));
        wrong.raise();
        return new AlertRuleDraft(
                Objects.requireNonNullElse(given.name(), ""),
                Objects.requireNonNullElse(given.matchers(), List.of()),
                service,
                severity,
                opens == null ? null : opens != Opens.NOTHING,
                (opens == null || opens == Opens.NOTHING) ? null : opens == Opens.WARNING,
                impact,
                urgency,
                team,
                !Boolean.FALSE.equals(given.active()));
    }

    private static <E extends Enum<E> & Coded> @Nullable E word(Class<E> type, String field, @Nullable String code) {
        return code == null ? null : Coded.of(type, field, code);
    }

    private @Nullable Long service(@Nullable String code) {
        if (code == null) return null;
        return services.byCode(code)
                .map(Service::id)
                .orElseThrow(() -> Refused.invalid("service", "signal.no_service"));
    }

    private @Nullable Long team(@Nullable String code) {
        if (code == null) return null;
        return teams.byCode(code).map(Team::id).orElseThrow(() -> Refused.invalid("team", "signal.rule_reference"));
    }

    private Shown shown(AlertRule rule) {
        return new Shown(
                rule.id(),
                rule.place(),
                rule.name(),
                rule.matchers(),
                rule.says(),
                rule.severity(),
                rule.service() == null
                        ? null
                        : services.find(rule.service())
                                .map(it -> new Ref(it.code(), it.name()))
                                .orElse(null),
                rule.impact(),
                rule.urgency(),
                rule.team() == null
                        ? null
                        : teams.find(rule.team())
                                .map(it -> new Ref(it.code(), it.name()))
                                .orElse(null),
                rule.active(),
                rule.version());
    }
}
