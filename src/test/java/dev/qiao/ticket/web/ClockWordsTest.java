package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a clock stands as it does is said span by span, and with each span why it began. */
class ClockWordsTest extends DeskStory {
    @Test
    void aTicketThatBecameUrgentAndWaitedSaysSo() {
        clock.nextMonday();
        number = open("传真机一直占线");
        var desk = http.as(cast.token(zhou));
        var path = "/api/v1/tickets/" + number;
        desk.post(path + "/acceptance").expect(200);
        clock.advance(Duration.ofMinutes(10));
        desk.patch(path, Map.of("priority", "urgent", "priorityReason", "总部在等")).expect(200);
        clock.advance(Duration.ofMinutes(10));
        var until = clock.instant().plus(Duration.ofHours(4));
        desk.post(path + "/hold", Map.of("for", "requester", "reason", "等截图", "until", until.toString()))
                .expect(200);
        clock.advance(Duration.ofMinutes(10));
        desk.delete(path + "/hold").expect(200);
        clock.advance(Duration.ofMinutes(5));
        try (var browser = signedIn(zhou, Browser.desktop(http.root()))) {
            var spans = browser.open("/tickets/" + number).page().locator(".promise-line .spans");
            assertThat(spans).containsText("开单，计时");
            assertThat(spans).containsText("优先级从普通改为紧急，计时");
            assertThat(spans).containsText("恢复，计时");
            browser.isAccessible().fits().shot("desk-spans");
        }
        var told = desk.get(path + "/clocks").expect(200).json().get("items");
        var resolution = told.valueStream()
                .filter(one -> one.get("metric").asString().equals("resolution"))
                .findFirst()
                .orElseThrow();
        var began = resolution
                .get("spans")
                .valueStream()
                .flatMap(span -> span.get("began").valueStream())
                .map(why -> why.get("why").asString())
                .toList();
        assertThat(began).contains("opened", "priority", "hold", "resume");
        assertThat(Instant.parse(resolution.get("spans").get(0).get("from").asString()))
                .isBefore(clock.instant());
    }
}
