package dev.qiao;

import dev.qiao.base.Me;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.Rights;
import dev.qiao.people.Team;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.people.Tier;
import dev.qiao.people.Token;
import dev.qiao.people.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of a test: each test class hires its own, under names that nobody else has. */
@Component
public class Cast {
    private static final AtomicLong NEXT = new AtomicLong(1);
    private static final Instant HIRED = Instant.parse("2026-01-05T00:00:00Z");

    private final People people;
    private final Teams teams;
    private final Organizations organizations;
    private final Rights rights;
    private final Tokens tokens;
    private final InstantSource clock;

    Cast(People people, Teams teams, Organizations organizations, Rights rights, Tokens tokens, InstantSource clock) {
        this.people = people;
        this.teams = teams;
        this.organizations = organizations;
        this.rights = rights;
        this.tokens = tokens;
        this.clock = clock;
    }

    public Organization organization(boolean vip) {
        var code = "org-" + NEXT.getAndIncrement();
        return organizations.add(code, "公司" + code, vip, Me.QIAO, HIRED);
    }

    public Team team(@Nullable Me lead) {
        var code = "team-" + NEXT.getAndIncrement();
        var draft = new TeamDraft(
                "组" + code, Tier.FIRST, lead == null ? null : lead.id(), ZoneId.of("Asia/Shanghai"), true);
        return teams.add(code, draft, Me.QIAO, HIRED);
    }

    /** Somebody with this role, in no organization and no team. */
    public Me hire(String role) {
        return hire(role, null);
    }

    public Me hire(String role, @Nullable Organization organization) {
        var login = role + "-" + NEXT.getAndIncrement();
        var draft = new PersonDraft(
                login, "人" + login, login + "@example.org", null, null, organization == null ? 0 : organization.id());
        var person = people.add(draft, Set.of(role), Me.QIAO, HIRED);
        return me(person.id());
    }

    /** Joins the team; returns them as they are from now on. */
    public Me join(Team team, Me person) {
        var members = new HashSet<>(teams.members(team.id()));
        members.add(person.id());
        teams.staff(team.id(), members, Me.QIAO, HIRED);
        return me(person.id());
    }

    public Me me(long person) {
        return rights.of(person).orElseThrow();
    }

    /** A token of theirs that may write, good for a year from now. */
    public String token(Me person) {
        return tokens.issue(person.id(), "test", Token.Scope.WRITE, Duration.ofDays(366), Me.QIAO, clock.instant())
                .secret();
    }
}
