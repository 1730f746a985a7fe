package dev.qiao.signal.rule.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Lang;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.signal.Severity;
import dev.qiao.signal.rule.AlertRule;
import dev.qiao.ticket.Weight.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rules of alerts can name, in the reader's words. */
@Component
public class AlertRuleChoices {
    private final Services services;
    private final Teams teams;

    AlertRuleChoices(Services services, Teams teams) {
        this.services = services;
        this.teams = teams;
    }

    /** The lists of the form. */
    public record Lists(
            List<Choice> services,
            List<Choice> severities,
            List<Choice> opens,
            List<Choice> levels,
            List<Choice> teams) {}

    /** @param form what the rule names now, which may be retired */
    Lists all(AlertRuleForm form, Lang lang) {
        return new Lists(
                services(form.text(form.service()), lang),
                words("signal.severity.", EnumSet.complementOf(EnumSet.of(Severity.UNKNOWN)), lang),
                Stream.of(AlertRuleForm.INCIDENT, AlertRuleForm.WARNING, AlertRuleForm.NOTHING)
                        .map(word -> new Choice(word, lang.t("signal.rule_opens." + word)))
                        .toList(),
                words("ticket.level.", List.of(Level.values()), lang),
                Choice.standing(
                        teams.active().stream()
                                .map(team -> choice(team.id(), team.name()))
                                .toList(),
                        form.text(form.team()),
                        id -> teams.find(Long.parseLong(id)).map(team -> lang.t("base.retired", team.name()))));
    }

    /**
     * Those that are offered.
     *
     * @param standing the one that is chosen now, which may be retired
     */
    public List<Choice> services(@Nullable String standing, Lang lang) {
        return Choice.standing(
                services.active().stream()
                        .map(service -> choice(service.id(), service.name()))
                        .toList(),
                standing,
                id -> services.find(Long.parseLong(id)).map(service -> lang.t("base.retired", service.name())));
    }

    List<AlertRuleLine> lines(List<AlertRule> rules, Lang lang) {
        return rules.stream()
                .map(rule -> new AlertRuleLine(rule, effects(rule, lang)))
                .toList();
    }

    private List<String> effects(AlertRule rule, Lang lang) {
        var all = new ArrayList<String>();
        var opens = AlertRuleForm.opens(rule);
        if (!opens.isEmpty()) all.add(lang.t("signal.rule_opens." + opens));
        if (rule.severity() != null)
            all.add(lang.t("signal.severity." + rule.severity().code()));
        if (rule.service() != null) all.add(named(services.find(rule.service()), lang));
        if (rule.impact() != null)
            all.add(lang.t(
                    "signal.rule_impact", lang.t("ticket.level." + rule.impact().code())));
        if (rule.urgency() != null)
            all.add(lang.t(
                    "signal.rule_urgency",
                    lang.t("ticket.level." + rule.urgency().code())));
        if (rule.team() != null) all.add("→ " + teamNamed(teams.find(rule.team()), lang));
        return all;
    }

    private static String named(Optional<Service> service, Lang lang) {
        return service.map(s -> s.active() ? s.name() : lang.t("base.retired", s.name()))
                .orElse("");
    }

    private static String teamNamed(Optional<Team> team, Lang lang) {
        return team.map(t -> t.active() ? t.name() : lang.t("base.retired", t.name()))
                .orElse("");
    }

    private static <E extends Coded> List<Choice> words(String prefix, Collection<E> words, Lang lang) {
        return words.stream()
                .map(word -> new Choice(word.code(), lang.t(prefix + word.code())))
                .toList();
    }

    private static Choice choice(long id, String name) {
        return new Choice(String.valueOf(id), name);
    }
}
