package dev.qiao.people.roster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.Token;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The roster of a team as programs read and change it: by the API, and as a calendar elsewhere. */
class RosterProgramsTest extends RosterDesk {
    @Test
    void programsReadWhichStandInChangesNothingAnyMore() {
        layer();
        var api = http.as(crowd.token(lin.id(), Token.Scope.WRITE, now));
        var at = "/api/v1/teams/" + team.code() + "/overrides";
        var days = Map.of(
                "from",
                now.plusSeconds(8 * 86_400).toString(),
                "to",
                now.plusSeconds(10 * 86_400).toString(),
                "instead",
                Objects.requireNonNull(wei.login()));
        assertThat(api.post(at, days).expect(201).json().path("idle").asBoolean())
                .isFalse();
        var all = api.get(at).expect(200).json().path("items");
        assertThat(all).hasSize(1);
        assertThat(all.path(0).path("idle").asBoolean()).isFalse();
        assertThat(all.path(0).path("person").path("code").asString()).isEqualTo(lin.login());
        rosters.remove(team.id(), rosters.layers(team.id()).getFirst().id(), Me.QIAO, now);
        assertThat(api.get(at)
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("idle")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void programsReadShiftsAndStandIn() {
        layer();
        var api = http.as(crowd.token(lin.id(), Token.Scope.WRITE, now));
        var at = "/api/v1/teams/" + team.code();
        assertThat(api.get(at + "/duty")
                        .expect(200)
                        .json()
                        .path("people")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo(lin.login());
        var end = now.plusSeconds(14 * 86_400);
        var shifts = api.get(at + "/shifts?from=" + now + "&to=" + end)
                .expect(200)
                .json()
                .path("items");
        assertThat(shifts).hasSize(2);
        var night = Map.of(
                "instead",
                Objects.requireNonNull(wei.login()),
                "from",
                shifts.path(1).path("from").asString(),
                "to",
                shifts.path(1).path("to").asString());
        var made = api.post(at + "/overrides", night).expect(201).json();
        assertThat(made.path("person").path("code").asString()).isEqualTo(lin.login());
        var away = Map.of(
                "from",
                now.plusSeconds(60).toString(),
                "to",
                now.plusSeconds(3600).toString());
        api.post(at + "/leave", away).expect(201);
        var cut = api.get(at + "/shifts?from=" + now + "&to=" + end)
                .expect(200)
                .json()
                .path("items");
        assertThat(cut.path(1).path("person").isNull()).as("a gap").isTrue();
        api.delete(at + "/overrides/" + made.path("id").asLong()).expect(204);
        assertThat(api.get(at + "/overrides").expect(200).json().path("items")).isEmpty();
        var swap = Map.of(
                "asked", wei.login(),
                "gives",
                        Map.of(
                                "from",
                                now.plusSeconds(86_400).toString(),
                                "to",
                                now.plusSeconds(2 * 86_400).toString()));
        long asked = api.post(at + "/swaps", swap).expect(201).json().path("id").asLong();
        var other = http.as(crowd.token(wei.id(), Token.Scope.WRITE, now));
        other.post(at + "/swaps/" + asked + "/answer", Map.of("answer", "accepted"))
                .expect(204);
        assertThat(teams.onDuty(team.id(), now.plusSeconds(90_000))).containsExactly(wei.id());
    }

    @Test
    void aCalendarElsewhereReadsOnesShiftsUntilTheAddressIsRevoked() {
        layer();
        var browser = http.browser();
        browser.get("/signin");
        browser.form("/session", Map.of("login", String.valueOf(lin.login()), "password", Crowd.PASSWORD))
                .expect(303);
        browser.get("/rosters").expect(200);
        var page = browser.form("/rosters/feed", Map.of()).expect(200).text();
        var path = page.replaceAll("(?s).*(/feeds/[\\w-]+\\.ics).*", "$1");
        var calendar = http.get(path).expect(200);
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.text()).contains("BEGIN:VEVENT", "SUMMARY:网络组值班").doesNotContain(wei.name());
        var other = browser.form("/rosters/feed", Map.of()).expect(200).text();
        assertThat(other).doesNotContain(path);
        http.get(path).expect(404);
        browser.send("DELETE", "/rosters/feed", null, null);
        http.get(other.replaceAll("(?s).*(/feeds/[\\w-]+\\.ics).*", "$1")).expect(404);
        http.get("/feeds/none.ics").expect(404);
    }
}
