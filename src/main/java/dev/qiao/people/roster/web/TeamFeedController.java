package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.roster.Feeds;
import dev.qiao.people.web.Links;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A team's calendar to subscribe to; its lead makes the address and ends it. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class TeamFeedController {
    private final Feeds feeds;
    private final TeamPeople teams;
    private final Links links;
    private final InstantSource clock;

    TeamFeedController(Feeds feeds, TeamPeople teams, Links links, InstantSource clock) {
        this.feeds = feeds;
        this.teams = teams;
        this.links = links;
        this.clock = clock;
    }

    /** The answer is the only one that holds the address. */
    @PostMapping("/teams/{code}/feed")
    String create(@PathVariable String code, Me me, Model model) {
        var team = teams.team(code);
        model.addAttribute("address", links.absolute("/feeds/" + feeds.make(team.id(), me, clock.instant()) + ".ics"));
        model.addAttribute("path", "/teams/" + team.code() + "/feed");
        model.addAttribute("has", true);
        return "people/roster/web/feed";
    }

    @DeleteMapping("/teams/{code}/feed")
    String destroy(@PathVariable String code, Me me) {
        var team = teams.team(code);
        feeds.revoke(team.id(), me, clock.instant());
        return "redirect:/teams/" + team.code() + "/roster";
    }
}
