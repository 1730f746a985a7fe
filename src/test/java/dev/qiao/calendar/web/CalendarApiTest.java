package dev.qiao.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import dev.qiao.people.Token;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class CalendarApiTest {
    @Autowired
    Http http;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    private Http somebody;

    @BeforeEach
    void signIn() {
        var person = crowd.person(clock.instant(), "requester");
        somebody = http.as(crowd.token(person.id(), Token.Scope.READ, clock.instant()));
    }

    @Test
    void dueIsAfterSoManyMinutesOfWork() {
        var due = somebody.get("/api/v1/calendars/cn-work/due?from=2026-09-30T16:00:00%2B08:00&minutes=240")
                .expect(200);
        assertThat(due.json().toString()).isEqualTo("{\"due\":\"2026-10-08T03:00:00Z\"}");
    }

    @Test
    void elapsedIsInWholeMinutes() {
        var elapsed = somebody.get(
                "/api/v1/calendars/cn-work/elapsed?from=2026-02-13T09:00:00%2B08:00&to=2026-02-24T10:00:00%2B08:00");
        assertThat(elapsed.expect(200).json().toString()).isEqualTo("{\"minutes\":1020}");
    }

    @Test
    void anAnswerBeyondWhatIsPublishedSaysSo() {
        var due = somebody.get("/api/v1/calendars/cn-work/due?from=2026-12-31T17:30:00%2B08:00&minutes=60")
                .expect(200);
        assertThat(due.json().get("assumed").booleanValue()).isTrue();
        var always = somebody.get("/api/v1/calendars/24x7/elapsed?from=2031-01-01T00:00:00Z&to=2031-01-02T00:00:00Z");
        assertThat(always.expect(200).json().toString()).isEqualTo("{\"minutes\":1440}");
    }

    @Test
    void theCalendarsAreListed() {
        var items = somebody.get("/api/v1/calendars").expect(200).json().get("items");
        assertThat(items.findValuesAsString("code")).contains("24x7", "cn-work");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsField() {
        for (var query : List.of(
                "due?minutes=5",
                "due?from=yesterday&minutes=5",
                "due?from=2026-01-01T00:00:00Z",
                "due?from=2026-01-01T00:00:00Z&minutes=-1",
                "due?from=2026-01-01T00:00:00Z&minutes=1.5",
                "due?from=2026-01-01T00:00:00Z&minutes=99999999999999999999",
                "due?from=1026-01-01T00:00:00Z&minutes=1",
                "elapsed?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")) {
            assertThat(somebody.get("/api/v1/calendars/cn-work/" + query).status())
                    .as(query)
                    .isEqualTo(422);
        }
        assertThat(somebody.get("/api/v1/calendars/none/due?from=2026-01-01T00:00:00Z&minutes=1")
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/api/v1/calendars").status()).isEqualTo(401);
    }
}
