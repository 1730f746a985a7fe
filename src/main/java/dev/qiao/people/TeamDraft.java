package dev.qiao.people;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What is to be known of a team, but for its code. */
public record TeamDraft(String name, Tier tier, @Nullable Long leadId, ZoneId zone, boolean active) {
    /** The team as it is, to be changed. */
    public static TeamDraft of(Team team) {
        return new TeamDraft(team.name(), team.tier(), team.leadId(), team.zone(), team.active());
    }

    TeamDraft checked() {
        var wrong = new Wrong();
        var checked = new TeamDraft(wrong.text("name", name, 1, 60), tier, leadId, zone, active);
        wrong.refuse();
        return checked;
    }
}
