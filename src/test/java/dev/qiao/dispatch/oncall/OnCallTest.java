package dev.qiao.dispatch.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.roster.Layer.Unit;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is on call now, who comes next, and when nobody does. */
@QiaoTest
class OnCallTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    OnCalls calls;

    @Autowired
    Rosters rosters;

    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void itNamesWhoIsThereUntilWhenWhoFollowsAndTheHoursWithoutAnybody() {
        var now = clock.nextMonday();
        var lead = cast.hire("lead");
        var team = cast.team(lead);
        cast.join(team, lead);
        var first = cast.hire("engineer");
        var second = cast.hire("engineer");
        cast.join(team, first);
        cast.join(team, second);
        var code = crowd.word("core");
        services.create(
                new ServiceDraft(code, "核心" + code, false, null, List.of(team.id()), List.of(), true), Me.QIAO, now);
        var starts = LocalDateTime.ofInstant(now, SHANGHAI).toLocalDate().atStartOfDay();
        var hours = Stream.of(DayOfWeek.values())
                .map(day -> new Window(day, 8 * 60, 20 * 60))
                .toList();
        var turns = List.of(Set.of(first.id()), Set.of(second.id()));
        rosters.add(team.id(), new LayerDraft("白班", 0, starts, null, 1, Unit.DAY, turns, hours), lead, now);
        var always = Stream.of(DayOfWeek.values())
                .map(day -> new Window(day, 0, 24 * 60))
                .toList();
        rosters.want(team.id(), always, "24x7", rosters.frame(team.id()).version(), lead, now);
        http.as(cast.token(cast.hire("requester")))
                .post("/api/v1/tickets", Map.of("kind", "incident", "title", "打不开", "service", code))
                .expect(201);
        var call = of(team.code());
        assertThat(call.now()).hasSize(1);
        assertThat(call.now().getFirst().person().id()).isEqualTo(first.id());
        assertThat(call.now().getFirst().until()).isEqualTo(now.plus(Duration.ofHours(11)));
        assertThat(Objects.requireNonNull(call.next()).person().id()).isEqualTo(second.id());
        assertThat(call.gaps()).hasSize(3);
        assertThat(call.moreGaps()).isEqualTo(4);
        assertThat(call.services()).extracting(service -> service.code()).containsExactly(code);
        clock.set(now.plus(Duration.ofHours(14)));
        assertThat(of(team.code()).now()).isEmpty();
        clock.set(now.plus(Duration.ofHours(25)));
        assertThat(of(team.code()).now().getFirst().person().id()).isEqualTo(second.id());
        var items = http.as(cast.token(first))
                .get("/api/v1/oncall?limit=200")
                .expect(200)
                .json()
                .path("items");
        assertThat(items.toString()).contains(second.login());
        http.as(cast.token(cast.hire("requester"))).get("/api/v1/oncall").expect(403);
        var person = crowd.withPassword(crowd.person(now, "engineer"), now);
        var login = Objects.requireNonNull(person.login());
        try (var desk = Browser.desktop(http.root()).signIn(login, Crowd.PASSWORD)) {
            desk.open("/oncall").isAccessible().fits().shot("oncall");
            desk.page().keyboard().press("j");
            desk.page().keyboard().press("Enter");
            desk.page().waitForURL("**/teams/*");
            desk.open("/teams/" + team.code());
            desk.page().keyboard().press("g");
            desk.page().keyboard().press("o");
            desk.page().waitForURL("**/oncall");
        }
        try (var phone = Browser.phone(http.root()).signIn(login, Crowd.PASSWORD)) {
            phone.open("/oncall").isAccessible().fits().shot("oncall-phone");
        }
    }

    private OnCall of(String team) {
        return calls.all(Me.QIAO, clock.instant()).stream()
                .filter(call -> call.team().code().equals(team))
                .findFirst()
                .orElseThrow();
    }
}
