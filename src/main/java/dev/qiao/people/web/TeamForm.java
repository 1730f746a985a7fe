package dev.qiao.people.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.people.Team;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Tier;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a team holds.
 *
 * @param lead a person's number
 * @param seen the version that was read; null for a new team
 */
public record TeamForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String tier,
        @Nullable Long lead,
        @Nullable String zone,
        @Nullable Boolean active,
        @Nullable Integer seen) {

    private static final String STANDARD = "Asia/Shanghai";

    static TeamForm empty() {
        return new TeamForm("", "", Tier.FIRST.code(), null, STANDARD, true, null);
    }

    static TeamForm of(Team team) {
        return new TeamForm(
                team.code(),
                team.name(),
                team.tier().code(),
                team.leadId(),
                team.zone().getId(),
                team.active(),
                team.version());
    }

    TeamDraft draft() {
        return new TeamDraft(
                name == null ? "" : name,
                tier == null ? Tier.FIRST : Coded.of(Tier.class, "tier", tier),
                lead,
                where(),
                seen == null || Boolean.TRUE.equals(active));
    }

    private ZoneId where() {
        try {
            return ZoneId.of(zone == null ? STANDARD : zone);
        } catch (DateTimeException _) {
            throw Refused.invalid("zone", "people.no_zone");
        }
    }
}
