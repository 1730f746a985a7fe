package dev.qiao.ticket.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each act through HTTP to the row and back. */
class TicketApiTest extends ApiDesk {
    @Test
    void onlyATitleIsCompulsory() {
        var answer =
                asUser.post("/api/v1/tickets", Map.of("title", "VPN拨入后打不开CRM")).expect(201);
        var ticket = answer.json();
        assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/tickets/" + ticket.get("number").asLong());
        assertThat(ticket.get("stage").asString()).isEqualTo("waiting");
        assertThat(ticket.get("priority").asString()).isEqualTo("normal");
        assertThat(ticket.get("requester").get("code").asString()).isEqualTo(user.login());
        assertThat(ticket.get("clocks").size()).isEqualTo(2);
        assertThat(ticket.get("clocks").get(0).get("state").asString()).isEqualTo("running");
        assertThat(ticket.get("clocks").get(0).get("budgetSeconds").asLong()).isEqualTo(4 * 3600);
    }

    @Test
    void theStoryOfATicketThroughItsResources() {
        var number = opened("打印机卡纸");
        asManager
                .post(path(number, "assignment"), Map.of("team", team.code(), "person", lin.login()))
                .expect(200);
        later(5);
        assertThat(stage(asLin.post(path(number, "acceptance")).expect(200).json()))
                .isEqualTo("working");
        var until = clock.instant().plus(Duration.ofHours(5));
        var held = asLin.post(
                        path(number, "hold"), Map.of("for", "requester", "reason", "等截图", "until", until.toString()))
                .expect(200)
                .json();
        assertThat(stage(held)).isEqualTo("on_hold");
        assertThat(held.get("clocks").get(1).get("state").asString()).isEqualTo("paused");
        later(60);
        asUser.post(path(number, "comments"), Map.of("text", "截图来了")).expect(201);
        assertThat(stage(asLin.get("/api/v1/tickets/" + number).json())).isEqualTo("working");
        later(10);
        var solution = Map.of("code", "fixed", "cause", "hardware", "solution", "换了搓纸轮");
        var resolved =
                asLin.post(path(number, "resolution"), solution).expect(200).json();
        assertThat(resolved.get("clocks").get(0).get("state").asString()).isEqualTo("met");
        assertThat(resolved.get("clocks").get(1).get("spentSeconds").asLong()).isEqualTo(15 * 60);
        assertThat(stage(asUser.post(path(number, "reopening"), Map.of("reason", "还卡"))
                        .expect(200)
                        .json()))
                .isEqualTo("working");
        later(1);
        asLin.post(path(number, "resolution"), solution).expect(200);
        assertThat(stage(asUser.post(path(number, "closure")).expect(200).json()))
                .isEqualTo("closed");
        assertThat(asLin.get(path(number, "timeline"))
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .isGreaterThan(8);
        assertThat(asLin.get(path(number, "clocks"))
                        .expect(200)
                        .json()
                        .get("items")
                        .get(1)
                        .get("spans")
                        .size())
                .isGreaterThan(2);
    }

    @Test
    void aNumberFindsThatTicketAsTheSearchPageDoes() {
        var number = opened("打印机卡纸");
        var found = asUser.get("/api/v1/tickets?q=" + number).expect(200).json().get("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).get("number").asLong()).isEqualTo(number);
        assertThat(asUser.get("/api/v1/tickets?stage=closed&q=" + number)
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .as("of those that the other words ask for")
                .isZero();
        var stranger = http.as(cast.token(cast.hire("requester")));
        assertThat(stranger.get("/api/v1/tickets?q=" + number)
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void theSameKeyOpensTheSameTicket() {
        var key = UUID.randomUUID().toString();
        var once = asUser.with("Idempotency-Key", key)
                .post("/api/v1/tickets", Map.of("title", "一次"))
                .expect(201);
        var twice = asUser.with("Idempotency-Key", key)
                .post("/api/v1/tickets", Map.of("title", "一次"))
                .expect(201);
        assertThat(twice.text()).isEqualTo(once.text());
        asUser.with("Idempotency-Key", key)
                .post("/api/v1/tickets", Map.of("title", "另一次"))
                .expect(422);
    }

    @Test
    void badInputIsNamed() {
        assertProblem(asUser.post("/api/v1/tickets", Map.of("titel", "x")), 422, "titel");
        assertProblem(asUser.post("/api/v1/tickets", Map.of()), 422, "title");
        assertProblem(asUser.post("/api/v1/tickets", Map.of("title", "x".repeat(201))), 422, "title");
        assertProblem(asUser.post("/api/v1/tickets", Map.of("title", "x", "impact", "huge")), 422, "impact");
        assertProblem(asUser.post("/api/v1/tickets", Map.of("title", "x", "service", "nope")), 422, "service");
        asUser.post("/api/v1/tickets", Map.of("title", "x".repeat(1 << 20))).expect(413);
        asUser.get("/api/v1/tickets/999999999").expect(404);
        var number = opened("挂起要有原因");
        asManager.post(path(number, "assignment"), Map.of("team", team.code())).expect(200);
        assertProblem(asLin.post(path(number, "hold"), Map.of("for", "requester")), 422, "reason");
        assertProblem(asLin.post(path(number, "resolution"), Map.of("solution", "x")), 422, "code");
        asLin.post(path(number, "reopening"), Map.of("reason", "x")).expect(409);
        asUser.post(path(number, "acceptance")).expect(403);
    }

    @Test
    void aStaleVersionIsRefused() {
        var number = opened("版本");
        asManager
                .with("If-Match", "\"v7\"")
                .patch("/api/v1/tickets/" + number, Map.of("title", "新"))
                .expect(412);
        var changed =
                asManager.with("If-Match", "\"v1\"").patch("/api/v1/tickets/" + number, Map.of("urgency", "high"));
        assertThat(changed.expect(200).json().get("priority").asString()).isEqualTo("important");
    }

    @Test
    void listsComeInPages() {
        for (int i = 0; i < 5; i++) opened("列表" + i);
        var first = asUser.get("/api/v1/tickets?limit=2").expect(200).json();
        assertThat(first.get("items").size()).isEqualTo(2);
        var second = asUser.get(
                        "/api/v1/tickets?limit=200&cursor=" + first.get("next").asString())
                .expect(200)
                .json();
        assertThat(second.get("items").size()).isEqualTo(3);
        assertThat(second.get("next").isNull()).isTrue();
        asUser.get("/api/v1/tickets?limit=2&cursor=xx").expect(400);
        asUser.get("/api/v1/tickets?stage=nope").expect(422);
        assertThat(asUser.get("/api/v1/tickets?q=" + "%E5%88%97%E8%A1%A8")
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(5);
    }

    @Test
    void whatAReaderFoundMissingIsThere() {
        assertThat(asUser.get("/api/v1/categories")
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .isGreaterThan(3);
        asUser.post("/api/v1/tickets", "{\"title\": \"标签\", \"tags\": [null, \"a\"]}")
                .expect(422);
        var number = opened("备注不外传");
        asManager
                .post(path(number, "comments"), Map.of("text", "内部", "audience", "internal"))
                .expect(201);
        assertThat(asUser.get("/api/v1/tickets/" + number)
                        .json()
                        .get("comments")
                        .asInt())
                .isZero();
        assertThat(asManager
                        .get("/api/v1/tickets/" + number)
                        .json()
                        .get("comments")
                        .asInt())
                .isOne();
        assertThat(asManager
                        .get("/api/v1/tickets?view=all&assignee=me")
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .isZero();
        asManager
                .send(
                        "PATCH",
                        "/api/v1/tickets/" + number,
                        "application/json",
                        "{\"description\":null}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .expect(200);
    }

    private void later(int minutes) {
        clock.set(clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    private static String stage(JsonNode ticket) {
        return ticket.get("stage").asString();
    }
}
