package dev.qiao.ticket.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.people.Token;
import dev.qiao.people.Tokens;
import dev.qiao.ticket.Placing;
import dev.qiao.ticket.Placing.Placement;
import dev.qiao.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a caller meets who does what one rarely does. */
class TicketEdgesTest extends ApiDesk {
    @Autowired
    Tokens tokens;

    @Autowired
    Tickets tickets;

    @Autowired
    Placing placing;

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var wrong = Map.<String, Object>of("service", "nope", "category", "nope", "requester", "nobody");
        var fresh = new HashMap<>(wrong);
        fresh.put("title", "都写错了");
        for (var answer : List.of(
                asManager.post("/api/v1/tickets", fresh), asManager.patch("/api/v1/tickets/" + opened("改错了"), wrong))) {
            assertThat(answer.expect(422).json().get("errors").values())
                    .extracting(each -> each.get("field").asString())
                    .containsExactlyInAnyOrder("service", "category", "requester");
        }
    }

    @Test
    void textsAndReferencesAreJudgedTogether() {
        var wrong = Map.<String, Object>of(
                "title", " ", "description", "x".repeat(50_001), "service", "nope", "tags", List.of("x".repeat(41)));
        var number = opened("多处有误");
        for (var answer : List.of(
                asManager.post("/api/v1/tickets", wrong), asManager.patch("/api/v1/tickets/" + number, wrong))) {
            assertThat(fields(answer)).containsExactlyInAnyOrder("title", "description", "service", "tags");
        }
        assertThat(fields(asManager.post("/api/v1/tickets", Map.of("startedAt", "2126-01-01T00:00:00Z"))))
                .containsExactlyInAnyOrder("title", "startedAt");
    }

    @Test
    void everyActNamesAllThatItsWordsLack() {
        var number = opened("缺这缺那");
        assertThat(fields(asManager.post(path(number, "hold"), Map.of()))).containsExactlyInAnyOrder("reason", "until");
        assertThat(fields(asManager.post(path(number, "resolution"), Map.of("restoredAt", "2126-01-01T00:00:00Z"))))
                .containsExactlyInAnyOrder("code", "cause", "solution", "restoredAt");
        var nowhere = Map.of("team", "nope", "person", "nobody", "reason", "x".repeat(50_001));
        assertThat(fields(asManager.post(path(number, "assignment"), nowhere)))
                .containsExactlyInAnyOrder("team", "person", "reason");
        assertThat(fields(asUser.post(path(number, "rating"), Map.of("words", "x".repeat(2_001)))))
                .containsExactlyInAnyOrder("stars", "words");
    }

    @Test
    void wordsThatAreNotKnownAndFieldsThatAreNotTakenAreNamedTogether() {
        var number = opened("词不对");
        var wrong = Map.<String, Object>of("for", "nobody", "reason", 7, "until", "tomorrow", "colour", "red");
        assertThat(fields(asManager.post(path(number, "hold"), wrong)))
                .containsExactlyInAnyOrder("for", "reason", "until", "colour");
        var types = Map.<String, Object>of("kind", "war", "impact", 3, "tags", "x", "restricted", "maybe");
        for (var answer : List.of(
                asManager.post("/api/v1/tickets", types), asManager.patch("/api/v1/tickets/" + number, types))) {
            assertThat(fields(answer)).containsExactlyInAnyOrder("kind", "impact", "tags", "restricted");
        }
    }

    @Test
    void aReasonForAPriorityThatNobodyChoseIsRefusedByName() {
        var path = "/api/v1/tickets/" + opened("只有理由");
        assertProblem(asManager.patch(path, Map.of("priorityReason", "总部在等")), 422, "priorityReason");
        asManager
                .patch(path, Map.of("priority", "urgent", "priorityReason", "总部在等"))
                .expect(200);
        var told = asManager.patch(path, Map.of("priorityReason", "董事会在等")).expect(200);
        assertThat(told.json().get("priorityReason").asString()).isEqualTo("董事会在等");
    }

    @Test
    void withAnotherRequesterTheTicketGoesToTheirOrganization() {
        var number = opened("换报告人");
        var vip = cast.hire("requester", cast.organization(true));
        var before = asUser.get("/api/v1/tickets/" + number).expect(200).json().get("organization");
        var changed = asManager
                .patch("/api/v1/tickets/" + number, Map.of("requester", vip.login()))
                .expect(200)
                .json();
        assertThat(changed.get("requester").get("code").asString()).isEqualTo(vip.login());
        assertThat(changed.get("organization")).isNotEqualTo(before);
        assertThat(changed.get("organization").isNull()).isFalse();
        assertThat(changed.get("priority").asString()).as("a step higher").isEqualTo("important");
    }

    @Test
    void whoNamesTheOrganizationIsTakenAtTheirWordAndNobodyAsksForNobody() {
        var number = opened("留在原单位");
        var home = asUser.get("/api/v1/tickets/" + number).expect(200).json().get("organization");
        var other = cast.hire("requester", cast.organization(false));
        var patch = Map.<String, Object>of(
                "requester",
                String.valueOf(other.login()),
                "organization",
                home.get("code").asString());
        assertThat(asManager
                        .patch("/api/v1/tickets/" + number, patch)
                        .expect(200)
                        .json()
                        .get("organization"))
                .isEqualTo(home);
        var nobody = new HashMap<String, Object>();
        nobody.put("requester", null);
        assertProblem(asManager.patch("/api/v1/tickets/" + number, nobody), 422, "requester");
    }

    @Test
    void whoMayOnlyLookIsAllowedNothing() {
        var number = opened("只读");
        var secret = tokens.issue(lin.id(), "reads", Token.Scope.READ, Duration.ofDays(1), Me.QIAO, clock.instant())
                .secret();
        asManager.post(path(number, "assignment"), Map.of("team", team.code())).expect(200);
        assertThat(allowed(asLin, number)).contains("acceptance");
        assertThat(allowed(http.as(secret), number)).isEmpty();
        http.as(secret).post(path(number, "acceptance")).expect(403);
    }

    @Test
    void whoAsksWhetherItIsStillSoHearsOfWhatMovesNoVersion() {
        var number = opened("等派单");
        var path = "/api/v1/tickets/" + number;
        var first = asUser.get(path).expect(200).header("ETag");
        asUser.with("If-None-Match", first).get(path).expect(304);
        var nowhere = tickets.find(number, user).place();
        placing.place(
                List.of(new Placement(number, nowhere, team.id(), lin.id(), "dispatch.longest_idle")),
                Origin.LIVE,
                clock.instant());
        var after = asUser.with("If-None-Match", first).get(path).expect(200).json();
        assertThat(after.get("team").get("code").asString()).isEqualTo(team.code());
        asManager.with("If-Match", first).patch(path, Map.of("title", "派了也能改")).expect(200);
    }

    @Test
    void anActThatTakesNoWordsSaysSo() {
        var number = opened("接单");
        asManager
                .post(path(number, "assignment"), Map.of("team", team.code(), "person", lin.login()))
                .expect(200);
        assertProblem(asLin.post(path(number, "acceptance"), Map.of("foo", 1)), 422, "foo");
        asLin.post(path(number, "acceptance"), "{broken").expect(400);
        asLin.post(path(number, "acceptance"), "[1]").expect(400);
        asLin.post(path(number, "acceptance"), Map.of()).expect(200);
        assertProblem(asLin.post("/api/v1/views", Map.of()), 422, "name");
    }

    @Test
    void aFileIsRefusedForWhatIsWrongWithItsName() {
        var path = path(opened("附件"), "attachments");
        assertThat(file(path, "图".repeat(300) + ".png").expect(422).text()).contains("\"field\":\"name\"");
        var nul = file(path, "a\u0000b.txt");
        assertThat(nul.status()).isEqualTo(400);
        assertThat(nul.header("Content-Type")).startsWith("application/problem+json");
    }

    private Http.Answer file(String path, String name) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\nabc\r\n--x--\r\n";
        return asUser.send("POST", path, "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anyOfTheVersionsThatOneSawWillDo() {
        var number = opened("几个版本");
        asManager
                .with("If-Match", "\"v1\", \"v9\"")
                .patch("/api/v1/tickets/" + number, Map.of("title", "新"))
                .expect(200);
        asManager
                .with("If-Match", "\"v1\", \"v9\"")
                .patch("/api/v1/tickets/" + number, Map.of("title", "更新"))
                .expect(412);
    }

    @Test
    void aTicketFullOfDifferentWordsStillTakesWords() {
        var number = opened("日志");
        var random = new Random(7);
        for (int part = 0; part < 6; part++) {
            var words = random.ints(49_000, '一', '龥')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            asUser.post(path(number, "comments"), Map.of("text", words)).expect(201);
        }
        asUser.post(path(number, "comments"), Map.of("text", "最后一句")).expect(201);
    }

    @Test
    void whatGoesOnInAnotherTicketAllowsOnlyToBeTakenOut() {
        var number = opened("同一件事");
        var into = opened("同一件事，先报的");
        for (long each : List.of(number, into)) {
            asManager
                    .post(path(each, "assignment"), Map.of("team", team.code(), "person", lin.login()))
                    .expect(200);
        }
        asLin.post(path(number, "resolution"), Map.of("code", "fixed", "cause", "human", "solution", "好了"))
                .expect(200);
        asLin.post(path(number, "merge"), Map.of("into", into)).expect(200);
        assertThat(allowed(asLin, number)).containsExactly("merge");
        assertThat(allowed(asUser, number)).doesNotContain("reopening", "closure", "comments");
        asLin.delete(path(number, "merge")).expect(200);
        assertThat(allowed(asLin, number)).contains("reopening", "comments");
    }

    @Test
    void theFirstLanguageOfTheBrowserThatWeSpeakIsTaken() {
        var answer = asUser.with("Accept-Language", "de,en;q=0.9").get("/api/v1/tickets/999999999");
        assertThat(answer.expect(404).json().get("detail").asString()).matches("[\\x00-\\x7f]+");
    }

    private static List<String> fields(Http.Answer answer) {
        return answer.expect(422).json().get("errors").values().stream()
                .map(each -> each.get("field").asString())
                .toList();
    }

    private static List<String> allowed(Http who, long number) {
        return who.get("/api/v1/tickets/" + number).expect(200).json().get("allowed").values().stream()
                .map(JsonNode::asString)
                .toList();
    }
}
