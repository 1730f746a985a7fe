package dev.qiao.ticket.web.act;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Tickets;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Assigning a ticket, or handing it over. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/assignment")
@Needs(Permission.TICKET_WORK)
class AssignmentController {
    private final Tickets tickets;
    private final Teams teams;
    private final People people;
    private final InstantSource clock;

    AssignmentController(Tickets tickets, Teams teams, People people, InstantSource clock) {
        this.tickets = tickets;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    /** With {@code team} the members of that team can be chosen. */
    @GetMapping("/new")
    String form(@PathVariable long number, @RequestParam(required = false) @Nullable Long team, Me me, Model model) {
        var place = tickets.find(number, me).place();
        var all = teams.active();
        var chosen = team != null
                ? team
                : place.team() != null
                        ? place.team()
                        : all.isEmpty() ? null : all.getFirst().id();
        model.addAttribute("number", number);
        model.addAttribute("team", chosen == null ? "" : chosen.toString());
        model.addAttribute(
                "teams", all.stream().map(AssignmentController::choice).toList());
        model.addAttribute("people", chosen == null ? List.of() : members(chosen));
        return "ticket/web/act/assignment";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(required = false) @Nullable String reason,
            Me me,
            Page page,
            HttpServletResponse response) {
        tickets.assign(number, null, team, person, reason, me, clock.instant());
        Toast.of(page.t("ticket.done.assign", number))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }

    private List<Choice> members(long team) {
        return people.of(teams.members(team)).values().stream()
                .sorted(java.util.Comparator.comparing(Person::name))
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    private static Choice choice(Team team) {
        return new Choice(Long.toString(team.id()), team.name());
    }
}
