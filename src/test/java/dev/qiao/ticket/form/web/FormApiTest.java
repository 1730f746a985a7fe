package dev.qiao.ticket.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.ticket.Conversation;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Forms and answers through the API to the row and back. */
@QiaoTest
class FormApiTest {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @Autowired
    Cast cast;

    @Autowired
    Db db;

    @Autowired
    Conversation conversation;

    @Autowired
    Http http;

    @Autowired
    TestClock clock;

    Me user;
    Me lin;
    Http asUser;
    Http asLin;
    Http asAdmin;
    String form;

    @BeforeEach
    void aFormIsAsked() {
        user = cast.hire("requester", cast.organization(false));
        lin = cast.join(cast.team(null), cast.hire("engineer"));
        asUser = http.as(cast.token(user));
        asLin = http.as(cast.token(lin));
        asAdmin = http.as(cast.token(cast.hire("admin")));
        form = "access-" + NEXT.getAndIncrement();
        asAdmin.post("/api/v1/forms", Map.of("code", form, "name", "申请权限")).expect(201);
        publish(system(), level(), why());
    }

    private static Map<String, Object> field(String code, String label, boolean required, Map<String, Object> shape) {
        var field = new LinkedHashMap<String, Object>();
        field.put("code", code);
        field.put("label", label);
        field.put("required", required);
        field.put("shape", shape);
        return field;
    }

    private static Map<String, Object> system() {
        return field("system", "哪个系统", true, Map.of("kind", "text", "lines", false, "most", 20));
    }

    private static Map<String, Object> level() {
        var options = List.of(Map.of("code", "read", "name", "只读"), Map.of("code", "admin", "name", "管理"));
        return field("level", "什么权限", true, Map.of("kind", "choice", "options", options));
    }

    private static Map<String, Object> why() {
        var why = field("why", "为什么要管理权限", false, Map.of("kind", "text", "lines", true));
        why.put("shown", Map.of("field", "level", "is", List.of("admin")));
        why.put("needed", Map.of("field", "level", "is", List.of("admin")));
        return why;
    }

    private JsonNode publish(Object... fields) {
        return asAdmin.post("/api/v1/forms/" + form + "/versions", Map.of("fields", List.of(fields)))
                .expect(201)
                .json();
    }

    private JsonNode opened(Http by, Map<String, Object> fields) {
        return by.post("/api/v1/tickets", Map.of("form", form, "fields", fields))
                .expect(201)
                .json();
    }

    @Test
    void answersGoToTheRowAndComeBackAsTheyWereAsked() {
        var ticket = opened(asUser, Map.of("system", "财务系统", "level", "admin", "why", "月底结账"));
        assertThat(ticket.get("title").asString()).isEqualTo("申请权限");
        assertThat(ticket.get("form").get("code").asString()).isEqualTo(form);
        assertThat(ticket.get("formVersion").asInt()).isEqualTo(1);
        long number = ticket.get("number").asLong();

        var renamed = field("system", "系统", true, Map.of("kind", "text", "lines", false));
        publish(renamed);
        var read = asUser.get("/api/v1/tickets/" + number).expect(200).json();
        assertThat(read.get("formVersion").asInt()).isEqualTo(1);
        assertThat(read.get("fields").get("system").asString()).isEqualTo("财务系统");
        assertThat(read.get("fields").get("level").get("name").asString()).isEqualTo("管理");
        String row = db.sql("select answers::text as answers from ticket.form_answer where number = :number")
                .bind("number", number)
                .one(r -> r.text("answers"));
        assertThat(row).contains("月底结账");
    }

    @Test
    void eachWrongFieldIsNamed() {
        var answer = asUser.post(
                        "/api/v1/tickets",
                        Map.of("form", form, "fields", Map.of("system", "x".repeat(21), "level", "root", "zzz", 1)))
                .expect(422)
                .json();
        assertThat(answer.toString()).contains("fields.system", "fields.level", "fields.zzz");
        assertThat(asUser.post("/api/v1/tickets", Map.of("form", form, "fields", Map.of("level", "admin")))
                        .expect(422)
                        .text())
                .contains("fields.system", "fields.why");
        assertThat(asUser.post(
                                "/api/v1/tickets",
                                Map.of("form", form, "fields", Map.of("system", "甲", "level", "read", "why", "乙")))
                        .expect(422)
                        .text())
                .contains("fields.why");
    }

    @Test
    void whatIsNoTextNumberOrListIsNamedToo() {
        var answer = asUser.post(
                "/api/v1/tickets", "{\"form\":\"" + form + "\",\"fields\":{\"system\":{\"a\":1},\"level\":1e400}}");
        assertThat(answer.expect(422).text()).contains("fields.system");
        assertThat(asUser.post(
                                "/api/v1/tickets",
                                "{\"form\":\"" + form + "\",\"fields\":{\"system\":1e400,\"level\":\"read\"}}")
                        .status())
                .isIn(201, 422);
    }

    @Test
    void whoOpenedTheFormBeforeItChangedAnswersWhatTheySaw() {
        publish(field("other", "别的", true, Map.of("kind", "date", "from", 0)));
        var fields = Map.of("system", "财务系统", "level", "read");
        var ticket = asUser.post("/api/v1/tickets", Map.of("form", form, "formVersion", 1, "fields", fields))
                .expect(201)
                .json();
        assertThat(ticket.get("formVersion").asInt()).isEqualTo(1);
        assertThat(asUser.post("/api/v1/tickets", Map.of("form", form, "fields", fields))
                        .expect(422)
                        .text())
                .contains("fields.other", "fields.system");
    }

    @Test
    void aFormOutOfUseAsksNobodyAndKeepsItsAnswers() {
        var number = opened(asUser, Map.of("system", "财务系统", "level", "read"))
                .get("number")
                .asLong();
        asAdmin.post("/api/v1/forms/" + form + "/retirement").expect(204);
        asUser.post("/api/v1/tickets", Map.of("form", form, "fields", Map.of())).expect(422);
        assertThat(asUser.get("/api/v1/forms").expect(200).text()).doesNotContain("\"" + form + "\"");
        assertThat(asUser.get("/api/v1/tickets/" + number)
                        .expect(200)
                        .json()
                        .get("fields")
                        .get("system")
                        .asString())
                .isEqualTo("财务系统");
        asAdmin.delete("/api/v1/forms/" + form + "/retirement").expect(204);
        assertThat(asUser.get("/api/v1/forms").expect(200).text()).contains("\"" + form + "\"");
    }

    @Test
    void onlyWhoConfiguresTheDeskMakesForms() {
        asUser.post("/api/v1/forms", Map.of("code", "mine", "name", "我的")).expect(403);
        asLin.post("/api/v1/forms/" + form + "/versions", Map.of("fields", List.of()))
                .expect(403);
        asLin.post("/api/v1/forms/" + form + "/retirement").expect(403);
        asAdmin.post("/api/v1/forms/" + form + "/versions", Map.of("fields", List.of(Map.of("code", "X"))))
                .expect(422);
        asAdmin.post("/api/v1/forms/" + form + "/versions", "{\"fields\":[{\"code\":\"x\",\"colour\":\"red\"}]}")
                .expect(422);
    }

    @Test
    void answersChangeByAnActOnRecord() {
        var asManager = http.as(cast.token(cast.hire("dispatcher")));
        var number = opened(asUser, Map.of("system", "财务系统", "level", "admin", "why", "结账"))
                .get("number")
                .asLong();
        var path = "/api/v1/tickets/" + number;
        var changed = asManager
                .patch(path, "{\"fields\":{\"level\":\"read\",\"why\":null},\"urgency\":\"high\"}")
                .expect(200)
                .json();
        assertThat(changed.get("fields").has("why")).isFalse();
        assertThat(changed.get("fields").get("level").get("code").asString()).isEqualTo("read");
        assertThat(changed.get("urgency").asString()).isEqualTo("high");
        assertThat(asManager.get(path + "/timeline").expect(200).text()).contains("ticket.answered");
        assertThat(asManager.get(path + "/undo").expect(200).json().get("act").asString())
                .isEqualTo("edit");
        asManager
                .patch(path, "{\"fields\":{\"system\":\"\"},\"urgency\":\"low\"}")
                .expect(422);
        assertThat(asManager.get(path).json().get("urgency").asString())
                .as("both or neither")
                .isEqualTo("high");
        asUser.patch(path, "{\"fields\":{\"system\":\"别的\"}}").expect(403);
    }

    @Test
    void textAnswersAreFoundByWhoSeesTheTicket() {
        var word = "凤凰台" + NEXT.getAndIncrement();
        var number = opened(asUser, Map.of("system", word, "level", "read"))
                .get("number")
                .asLong();
        assertThat(found(asUser, word)).containsExactly(number);
        assertThat(found(http.as(cast.token(cast.hire("requester"))), word)).isEmpty();
    }

    private static List<Long> found(Http by, String word) {
        var items = by.get("/api/v1/tickets?q="
                        + java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .get("items");
        return items.valueStream().map(item -> item.get("number").asLong()).toList();
    }

    @Test
    void aPersonAServiceAndAFileAreWhatTheyShouldBe() {
        var stranger = cast.hire("requester", cast.organization(false));
        publish(
                field("who", "给谁", true, Map.of("kind", "person")),
                field("paper", "审批单", false, Map.of("kind", "file", "most", 1)));
        var file = conversation.keep("审批.pdf", null, new ByteArrayInputStream(new byte[] {1}), user, clock.instant());
        var theirs =
                conversation.keep("别人.pdf", null, new ByteArrayInputStream(new byte[] {1}), stranger, clock.instant());
        assertThat(asUser.post(
                                "/api/v1/tickets",
                                Map.of("form", form, "fields", Map.of("who", stranger.login(), "paper", theirs.id())))
                        .expect(422)
                        .text())
                .contains("fields.who", "fields.paper");
        var fields = Map.<String, Object>of(
                "who", String.valueOf(user.login()), "paper", List.of(file.id().toString()));
        var ticket = opened(asUser, fields);
        assertThat(ticket.get("fields").get("who").get("code").asString()).isEqualTo(user.login());
        assertThat(ticket.get("fields").get("paper").get(0).get("name").asString())
                .isEqualTo("审批.pdf");
        long number = db.sql("select number from ticket.attachment where id = :id::uuid")
                .bind("id", file.id())
                .one(row -> row.number("number"));
        assertThat(number).isEqualTo(ticket.get("number").asLong());
        asUser.post("/api/v1/tickets", Map.of("form", form, "fields", fields)).expect(422);
    }
}
