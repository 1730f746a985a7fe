package dev.qiao.ticket.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.base.api.Idempotency;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.followup.FollowUps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What is sent again because its answer got lost is done once; what is refused is not half done. */
class SentTwiceTest extends DeskStory {
    @Autowired
    Queue queue;

    @Autowired
    FollowUps followUps;

    private Http entered() {
        var desk = entered(zhou);
        desk.get("/tickets/new").expect(200);
        return desk;
    }

    private long called(String title) {
        return queue.list(Queue.Filter.of(View.ALL), null, 200, zhou, clock.instant()).items().stream()
                .filter(ticket -> ticket.matter().title().equals(title))
                .count();
    }

    @Test
    void aNewTicketOfTheDeskIsOpenedOnce() {
        var desk = entered();
        var title = crowd.word("发两遍");
        var form = Map.of("title", title, "id", UUID.randomUUID().toString());
        var first = desk.form("/tickets", form).expect(303);
        var second = desk.form("/tickets", form).expect(303);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(called(title)).isEqualTo(1);
        var other = crowd.word("另一件事");
        desk.form("/tickets", Map.of("title", other, "id", form.get("id"))).expect(303);
        assertThat(called(other)).as("other words are another ticket").isEqualTo(1);
    }

    @Test
    void withTooManyFilesThereIsNoTicket() {
        var desk = entered();
        var title = crowd.word("文件太多");
        var files = Stream.generate(UUID::randomUUID)
                .limit(21)
                .map(id -> "&file=" + id)
                .collect(Collectors.joining());
        var body = "title=" + URLEncoder.encode(title, StandardCharsets.UTF_8) + files;
        desk.send("POST", "/tickets", "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8))
                .expect(422);
        assertThat(called(title)).isZero();
    }

    @Test
    void aKeyUsedForSomethingElseIsNotTheSameWish() {
        var one = new Idempotency.Key(7, "nightly", "a").draft();
        assertThat(new Idempotency.Key(7, "nightly", "a").draft()).isEqualTo(one);
        assertThat(new Idempotency.Key(7, "nightly", "b").draft()).isNotEqualTo(one);
        assertThat(Fields.own(one, zhou)).isNotEqualTo(one);
    }

    @Test
    void aFollowUpThatWasTakenAwayComesBackAsItWas() {
        var desk = entered();
        var path = "/tickets/" + number + "/follow-up";
        var at = clock.instant()
                .atZone(zhou.zone())
                .plusDays(3)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES);
        desk.form(path, Map.of("at", at, "note", "问供应商 & 催一催")).expect(303);
        var was = followUps.of(number, zhou).orElseThrow();
        var answer = desk.form("DELETE", path, Map.of()).expect(303);
        assertThat(followUps.of(number, zhou)).isEmpty();
        var undo = new JsonMapper().readTree(answer.header("HX-Trigger")).at("/toast/undo");
        desk.form(undo.get("path").asString(), Map.of()).expect(303);
        assertThat(followUps.of(number, zhou)).contains(was);
    }
}
