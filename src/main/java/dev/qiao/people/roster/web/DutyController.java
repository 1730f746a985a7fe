package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.Duties;
import dev.qiao.people.roster.Feeds;
import dev.qiao.people.roster.Layer;
import dev.qiao.people.roster.Roster;
import dev.qiao.people.roster.Shift;
import dev.qiao.people.roster.Swaps;
import dev.qiao.people.roster.web.DutyView.Own;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own duty, and who is there now. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class DutyController {
    private final Teams teams;
    private final Duties duties;
    private final Swaps swaps;
    private final Feeds feeds;
    private final RosterViews views;
    private final InstantSource clock;

    DutyController(Teams teams, Duties duties, Swaps swaps, Feeds feeds, RosterViews views, InstantSource clock) {
        this.teams = teams;
        this.duties = duties;
        this.swaps = swaps;
        this.feeds = feeds;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/rosters")
    String index(Me me, Model model) {
        var now = clock.instant();
        var all = teams.active();
        var near = all.stream()
                .filter(team -> me.in(team.id()) || Objects.equals(team.leadId(), me.id()))
                .toList();
        var mine = new ArrayList<Own>();
        var gaps = new ArrayList<Own>();
        var rosters = duties.of(
                near.stream().map(Team::id).toList(),
                now.minus(Roster.REACH),
                now.plus(RosterViews.AHEAD).plus(Roster.REACH));
        for (var team : near) {
            var roster = Objects.requireNonNull(rosters.get(team.id()));
            for (var shift : roster.whole(now, now.plus(RosterViews.AHEAD))) {
                if (shift.of(me.id())) mine.add(own(team, roster, shift));
            }
            for (var shift : roster.shifts(now, now.plus(RosterViews.AHEAD))) {
                if (shift.gap()) gaps.add(own(team, roster, shift));
            }
        }
        mine.sort(Comparator.comparing(own -> own.shift().from()));
        gaps.sort(Comparator.comparing(own -> own.shift().from()));
        var asked = swaps.asked(me, now);
        var duty = teams.onDuty(all.stream().map(Team::id).toList(), now);
        var named = new HashSet<Long>();
        duty.values().forEach(named::addAll);
        asked.forEach(swap -> named.add(swap.asker()));
        named.add(me.id());
        gaps.forEach(own -> {
            if (own.shift().post().instead() != null)
                named.add(own.shift().post().instead());
        });
        all.forEach(team -> {
            if (team.leadId() != null) named.add(team.leadId());
        });
        model.addAttribute("view", new DutyView(mine, asked, gaps, all, duty, views.names(named), feeds.mine(me)));
        return "people/roster/web/duty";
    }

    private static Own own(Team team, Roster roster, Shift shift) {
        var layer = roster.layers().stream()
                .filter(l ->
                        shift.post().layer() != null && l.id() == shift.post().layer())
                .map(Layer::name)
                .findFirst()
                .orElse("");
        return new Own(team, shift, layer);
    }
}
