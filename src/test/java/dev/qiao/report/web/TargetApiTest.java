package dev.qiao.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.report.Measure;
import dev.qiao.report.Shift;
import dev.qiao.report.Shift.Crew;
import dev.qiao.ticket.Weight.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Promise against fact through HTTP: its shape, what opens behind a figure, and who sees how much of it. */
@QiaoTest
class TargetApiTest {
    @Autowired
    Shift shift;

    @Autowired
    Cast cast;

    @Autowired
    Http http;

    @Autowired
    TestClock clock;

    Crew crew;
    String month;
    Instant first;

    @BeforeEach
    void aMonthWithTwoTicketsOfTwoTeams() {
        crew = shift.crew();
        first = shift.month();
        month = YearMonth.from(first.atZone(ZoneId.of("Asia/Shanghai"))).toString();
        var ours = shift.incident(crew, Level.HIGH, first);
        shift.resolve(crew, ours, first.plus(Duration.ofMinutes(20)));
        var others = shift.crew();
        var theirs = shift.incident(others, Level.HIGH, first);
        shift.resolve(others, theirs, first.plus(Duration.ofMinutes(40)));
    }

    @Test
    void eachCodeOfTheDesignIsToldWithTargetValueAndUnit() {
        var answer = targets("manager");
        assertThat(answer.get("items")
                        .valueStream()
                        .map(item -> item.get("code").asString()))
                .containsExactlyElementsOf(
                        Arrays.stream(Measure.values()).map(Measure::code).toList());
        var mttr = item(answer, "mttr");
        assertThat(mttr.get("target").asDouble()).isEqualTo(30);
        assertThat(mttr.get("value").asDouble()).isEqualTo(30);
        assertThat(mttr.get("unit").asString()).isEqualTo("minutes");
        assertThat(mttr.get("n").asInt()).isEqualTo(2);
        assertThat(mttr.get("met").asBoolean()).isTrue();
        var shown = item(answer, "reopened");
        assertThat(shown.get("target").isNull()).isTrue();
        assertThat(shown.get("met").isNull()).isTrue();
        assertThat(answer.get("next").isNull()).isTrue();
        assertThat(Instant.parse(answer.get("from").asString())).isEqualTo(first);
    }

    @Test
    void whereNothingWasMeasuredThereIsNoValueAndNoVerdict() {
        var nothing = item(targets("manager"), "satisfaction");
        assertThat(nothing.get("n").asInt()).isZero();
        assertThat(nothing.get("value").isNull()).isTrue();
        assertThat(nothing.get("met").isNull()).isTrue();
    }

    @Test
    void theAddressOfAFigureOpensExactlyTheTicketsBehindIt() {
        var asManager = as("manager");
        targets("manager").get("items").forEach(item -> {
            var behind = asManager
                    .get(item.get("ticketsUrl").asString())
                    .expect(200)
                    .json()
                    .get("items");
            assertThat(behind.size())
                    .as(item.get("code").asString())
                    .isEqualTo(item.get("n").asInt());
        });
    }

    @Test
    void aTeamLeadCountsTheirTeamsAlone() {
        var lead = cast.join(crew.team(), cast.hire("lead"));
        var asLead = http.as(cast.token(lead));
        var mttr = item(asLead.get("/api/v1/targets?from=" + month).expect(200).json(), "mttr");
        assertThat(mttr.get("n").asInt()).isEqualTo(1);
        assertThat(mttr.get("value").asDouble()).isEqualTo(20);
        assertThat(asLead.get(mttr.get("ticketsUrl").asString())
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whoMayNotSeeReportsIsRefused() {
        as("requester").get("/api/v1/targets").expect(403);
        as("requester").get("/api/v1/targets/mttr/tickets").expect(403);
    }

    @Test
    void aTargetOrADateThatThereIsNotIsNamed() {
        as("manager").get("/api/v1/targets/nonsense/tickets").expect(404);
        var wrong =
                as("manager").get("/api/v1/targets?from=2026-13").expect(422).json();
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("from");
        as("manager").get("/api/v1/targets?from=2026-02&to=2026-01").expect(422);
    }

    @Test
    void withoutDatesItIsTheMonthInTheDesksZone() {
        var zone = ZoneId.of("Asia/Shanghai");
        var begins = YearMonth.from(clock.instant().atZone(zone))
                .atDay(1)
                .atStartOfDay(zone)
                .toInstant();
        var answer = as("manager").get("/api/v1/targets").expect(200).json();
        assertThat(Instant.parse(answer.get("from").asString())).isEqualTo(begins);
    }

    private JsonNode targets(String role) {
        return as(role).get("/api/v1/targets?from=" + month).expect(200).json();
    }

    private Http as(String role) {
        return http.as(cast.token(cast.hire(role)));
    }

    private static JsonNode item(JsonNode answer, String code) {
        return answer.get("items")
                .valueStream()
                .filter(item -> item.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
