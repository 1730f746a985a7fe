package dev.qiao.bench;

import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.Invitation;
import dev.qiao.people.Invitations;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.SignIn;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.people.Tier;
import dev.qiao.people.Token;
import dev.qiao.people.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The people of a bench.
 *
 * @param team of the engineers; it cares for the first of the services
 */
record Staff(
        List<Me> requesters,
        List<SignedIn> engineers,
        SignedIn manager,
        SignedIn requester,
        long team,
        long otherTeam,
        List<Long> services) {
    private static final int REQUESTERS = 200;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Somebody with a session for pages and a token for programs. */
    record SignedIn(Me me, String cookie, String token) {
        String browser() {
            return "Cookie: qiao=" + cookie + "\r\n";
        }

        String program() {
            return "Authorization: Bearer " + token + "\r\n";
        }
    }

    static Staff hire(ConfigurableApplicationContext house, int engineers) {
        var now = Instant.now();
        var people = house.getBean(People.class);
        var teams = house.getBean(Teams.class);
        long organization = house.getBean(Organizations.class)
                .add("bench", "测量公司", false, Me.QIAO, now)
                .id();
        var requesters = new ArrayList<Me>();
        for (int n = 0; n < REQUESTERS; n++)
            requesters.add(person(house, people, "user-" + n, "requester", organization));
        var desk = IntStream.range(0, engineers)
                .mapToObj(n -> person(house, people, "engineer-" + n, "engineer", 0))
                .toList();
        long team = teams.add("bench-0", new TeamDraft("一组", Tier.FIRST, null, ZONE, true), Me.QIAO, now)
                .id();
        long other = teams.add("bench-1", new TeamDraft("二组", Tier.FIRST, null, ZONE, true), Me.QIAO, now)
                .id();
        teams.staff(team, desk.stream().map(Me::id).collect(Collectors.toSet()), Me.QIAO, now);
        var services = List.of(service(house, 0, team), service(house, 1, other));
        var manager = person(house, people, "manager", "manager", 0);
        return new Staff(
                requesters,
                desk.stream().map(me -> signIn(house, me)).toList(),
                signIn(house, manager),
                signIn(house, requesters.getFirst()),
                team,
                other,
                services);
    }

    private static long service(ConfigurableApplicationContext house, int n, long team) {
        var draft = new ServiceDraft("bench-" + n, "服务" + n, false, null, List.of(team), true);
        return house.getBean(Services.class)
                .create(draft, Me.QIAO, Instant.now())
                .id();
    }

    private static Me person(
            ConfigurableApplicationContext house, People people, String login, String role, long organization) {
        var draft = new PersonDraft(login, "人" + login, login + "@example.org", null, null, organization);
        return Fixture.me(
                house, people.add(draft, Set.of(role), Me.QIAO, Instant.now()).id());
    }

    private static SignedIn signIn(ConfigurableApplicationContext house, Me me) {
        var now = Instant.now();
        var invitations = house.getBean(Invitations.class);
        var offered = invitations.offer(me.id(), Invitation.Purpose.INVITATION, Me.QIAO, now);
        var path = invitations.link(offered.id(), now).orElseThrow();
        var source = new SignIn.Source("127.0.0.1", "bench", null);
        var in = house.getBean(SignIn.class)
                .byInvitation(path.substring(path.lastIndexOf('/') + 1), "wo-men-lai-liang-" + me.id(), source, now);
        var token = house.getBean(Tokens.class).issue(me.id(), "bench", Token.Scope.WRITE, Duration.ofDays(1), me, now);
        return new SignedIn(Fixture.me(house, me.id()), in.secret(), token.secret());
    }
}
