package dev.qiao.ticket.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.people.Team;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said and sent on a ticket through HTTP, and what is not taken. */
@QiaoTest
class TalkApiTest {
    @Autowired
    Cast cast;

    @Autowired
    Http http;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    private Http asUser;
    private Http asLin;
    private String ticket;

    @BeforeEach
    void aTicket() {
        Team team = cast.team(null);
        Me user = cast.hire("requester", cast.organization(false));
        asUser = http.as(cast.token(user)).with("Accept-Language", "en");
        asLin = http.as(cast.token(cast.join(team, cast.hire("engineer")))).with("Accept-Language", "en");
        ticket = asUser.post("/api/v1/tickets", Map.of("title", "打印机卡纸"))
                .expect(201)
                .header("Location");
        http.as(cast.token(cast.hire("manager")))
                .post(ticket + "/assignment", Map.of("team", team.code()))
                .expect(200);
    }

    @Test
    void oneSpeaksToAllOrToTheDeskAndToNobodyElse() {
        var words = asLin.post(ticket + "/comments", Map.of("text", "x", "audience", "admin"))
                .expect(422)
                .json();
        assertThat(words.at("/errors/0/field").asString()).isEqualTo("audience");
        assertThat(words.at("/errors/0/message").asString())
                .contains("public, internal")
                .doesNotContain("admin, ");
        var file = upload(asLin, "talk.txt", "x", "admin").expect(422).json();
        assertThat(file.at("/errors/0/field").asString()).isEqualTo("audience");
        assertThat(file.at("/errors/0/message").asString()).contains("public, internal");
        assertThat(loose()).isZero();
        assertThat(upload(asLin, "a.txt", "x", "internal")
                        .expect(201)
                        .json()
                        .at("/audience")
                        .asString())
                .isEqualTo("internal");
    }

    @Test
    void theDescriptionOffersThoseTwoAlone() {
        var api = http.get("/api/v1/openapi.json").expect(200).json().toString();
        assertThat(api).contains("[\"public\",\"internal\"]").doesNotContain("[\"public\",\"internal\",\"admin\"]");
    }

    @Test
    void aFileThatTheTicketRefusesIsNotKept() {
        upload(asUser, "talk.txt", "x", "internal").expect(403);
        assertThat(loose()).isZero();
        upload(asUser, "talk.txt", "x", "public").expect(201);
    }

    @Test
    void anEmptyFileIsToldFromNone() {
        assertThat(code(upload(asUser, "a.txt", "", "public"))).isEqualTo("ticket.file_empty");
        assertThat(code(upload(asUser, "", "", "public"))).isEqualTo("ticket.file_missing");
    }

    @Test
    void aFileOfTheRequesterAloneEndsWhatWaitsForThemOnce() {
        hold("requester");
        upload(asLin, "a.txt", "x", "public").expect(201);
        assertThat(stage()).as("the desk's own file is no answer").isEqualTo("on_hold");
        upload(asUser, "a.txt", "x", "public").expect(201);
        assertThat(stage()).isEqualTo("working");
        upload(asUser, "b.txt", "x", "public").expect(201);
        asUser.post(ticket + "/comments", Map.of("text", "见附件")).expect(201);
        assertThat(resumed()).isEqualTo(1);
    }

    @Test
    void aFileOfTheRequesterEndsNothingThatWaitsForAnother() {
        hold("supplier");
        upload(asUser, "a.txt", "x", "public").expect(201);
        assertThat(stage()).isEqualTo("on_hold");
    }

    @Test
    void twoFilesInOneFieldAreRefusedAndNeitherIsKept() {
        var part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\nx\r\n";
        var body = part.formatted("one.txt") + part.formatted("two.txt") + "--b--\r\n";
        var answer = asUser.send(
                "POST",
                ticket + "/attachments",
                "multipart/form-data; boundary=b",
                body.getBytes(StandardCharsets.UTF_8));
        var wrong = answer.expect(422).json().at("/errors/0");
        assertThat(wrong.get("field").asString()).isEqualTo("file");
        assertThat(wrong.get("message").asString()).contains("2 came");
        assertThat(asUser.get(ticket + "/attachments").expect(200).json().get("items"))
                .isEmpty();
    }

    private void hold(String whom) {
        asLin.post(ticket + "/acceptance").expect(200);
        var until = clock.instant().plus(Duration.ofDays(2)).toString();
        asLin.post(ticket + "/hold", Map.of("for", whom, "reason", "等截图", "until", until))
                .expect(200);
    }

    private String stage() {
        return asLin.get(ticket).expect(200).json().get("stage").asString();
    }

    private long resumed() {
        return db.sql("""
                select count(*) as n from journal.entry
                 where kind = 'ticket' and subject = :number and act = 'ticket.resumed'
                """)
                .bind("number", Long.valueOf(ticket.replaceAll(".*/", "")))
                .one(row -> row.number("n"));
    }

    private static String code(Http.Answer answer) {
        return answer.expect(422).json().at("/errors/0/code").asString();
    }

    private Http.Answer upload(Http as, String name, String content, String audience) {
        var body = """
                --b\r
                Content-Disposition: form-data; name="audience"\r
                \r
                %s\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --b--\r
                """.formatted(audience, name, content);
        return as.send(
                "POST",
                ticket + "/attachments",
                "multipart/form-data; boundary=b",
                body.getBytes(StandardCharsets.UTF_8));
    }

    private int loose() {
        return db.sql("select count(*)::int as n from ticket.attachment where number is null and name = 'talk.txt'")
                .one(row -> row.integer("n"));
    }
}
