package dev.qiao.ticket.shift.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.shift.Handing;
import dev.qiao.ticket.shift.ShiftNote;
import dev.qiao.ticket.shift.ShiftNotes;
import dev.qiao.ticket.web.TicketRows;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A team's hand-over: what is prepared, what was left, who took it. */
@Needs(Permission.TICKET_WORK)
@Controller
class ShiftController {
    private final ShiftNotes notes;
    private final TicketRows rows;
    private final Teams teams;
    private final People people;
    private final InstantSource clock;

    ShiftController(ShiftNotes notes, TicketRows rows, Teams teams, People people, InstantSource clock) {
        this.notes = notes;
        this.rows = rows;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/teams/{code}/shift")
    String show(@PathVariable String code, Page page, Me me, Model model) {
        var team = team(code);
        var handing = notes.prepare(team.id(), me, clock.instant());
        var history = notes.history(team.id(), me);
        model.addAttribute("team", team);
        model.addAttribute("risky", rows.of(handing.risky(), page));
        model.addAttribute("watched", rows.of(handing.watched(), page));
        model.addAttribute("returning", rows.of(handing.returning(), page));
        model.addAttribute("open", handing.open().size());
        model.addAttribute("words", handing.words());
        model.addAttribute("history", history);
        model.addAttribute("names", names(handing, history));
        model.addAttribute("works", me.in(team.id()));
        return "ticket/shift/web/shift";
    }

    @PostMapping("/teams/{code}/shift")
    String create(@PathVariable String code, @RequestParam(defaultValue = "") String words, Me me) {
        var team = team(code);
        notes.write(team.id(), words, me, clock.instant());
        return "redirect:/teams/" + team.code() + "/shift";
    }

    /** Takes it over. */
    @PostMapping("/teams/{code}/shift/{id}/taking")
    String update(@PathVariable String code, @PathVariable long id, Me me) {
        var team = team(code);
        notes.take(team.id(), id, me, clock.instant());
        return "redirect:/teams/" + team.code() + "/shift";
    }

    private Map<Long, String> names(Handing handing, List<ShiftNote> history) {
        var ids = new HashSet<Long>();
        handing.words().forEach(word -> ids.add(word.author()));
        history.forEach(note -> {
            ids.add(note.writtenBy());
            if (note.takenBy() != null) ids.add(note.takenBy());
        });
        return people.of(ids).values().stream().collect(toMap(Person::id, Person::name));
    }

    private Team team(String code) {
        return teams.byCode(code).orElseThrow(() -> Refused.notFound("people.no_team"));
    }
}
