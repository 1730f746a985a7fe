package dev.qiao.ticket.shift.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.people.Teams;
import dev.qiao.ticket.shift.ShiftNotes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to the hand-over, on the page of a team. */
@Component
class ShiftPanel implements Panel {
    private final ShiftNotes notes;
    private final Teams teams;

    ShiftPanel(ShiftNotes notes, Teams teams) {
        this.notes = notes;
        this.teams = teams;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals("team")) return Optional.empty();
        return teams.find(subject)
                .filter(team -> notes.reads(team, me))
                .map(team -> new Fragment(
                        "ticket/shift/web/panel",
                        Map.of(
                                "team",
                                team,
                                "history",
                                notes.history(subject, me).stream().limit(1).toList())));
    }
}
