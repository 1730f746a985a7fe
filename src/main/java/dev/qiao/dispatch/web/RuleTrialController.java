package dev.qiao.dispatch.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.dispatch.trial.RuleTrial;
import dev.qiao.dispatch.trial.Trial;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a rule would have moved, before it is saved. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class RuleTrialController {
    private static final Duration STANDARD = Duration.ofDays(30);

    private final RuleTrial trial;
    private final Teams teams;
    private final InstantSource clock;

    RuleTrialController(RuleTrial trial, Teams teams, InstantSource clock) {
        this.trial = trial;
        this.teams = teams;
        this.clock = clock;
    }

    /** @param rule the one that is edited; nothing: a new one */
    @PostMapping("/rules/trial")
    String create(
            RuleForm form,
            @RequestParam @Nullable Long rule,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            Me me,
            Model model) {
        var now = clock.instant();
        var from = since.isEmpty() ? now.minus(STANDARD) : day("since", since, me);
        var to = until.isEmpty() ? now : day("until", until, me).plus(Duration.ofDays(1));
        var found = trial.of(rule, form.draft(), from, to, me, now);
        model.addAttribute("trial", found);
        model.addAttribute("names", teams.of(teams(found)).values().stream().collect(toMap(Team::id, Team::name)));
        return "dispatch/web/trial";
    }

    private static Set<Long> teams(Trial trial) {
        var ids = new HashSet<Long>();
        for (var move : trial.moves()) {
            ids.add(move.to());
            if (move.from() != null) ids.add(move.from());
        }
        return ids;
    }

    private static Instant day(String field, String day, Me me) {
        try {
            return LocalDate.parse(day).atStartOfDay(me.zone()).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid(field, "people.no_day");
        }
    }
}
