package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import dev.qiao.people.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Through the real server: what is too large is answered, not cut off. */
@QiaoTest
class LimitsTest {
    @Autowired
    Http http;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    private Http api;

    @BeforeEach
    void signIn() {
        var person = crowd.person(clock.instant(), "requester");
        api = http.as(crowd.token(person.id(), Token.Scope.WRITE, clock.instant()))
                .with("Accept-Language", "en");
    }

    @Test
    void aBodyOfThreeMegabytesIsTooLarge() {
        var answer = api.post("/api/v1/probe", "{\"text\":\"" + "x".repeat(3 << 20) + "\"}")
                .expect(413);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/detail").asString()).contains("1 MB");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("body");
    }

    @Test
    void anUploadOfThirtyMegabytesIsTooLarge() throws IOException {
        var answer = upload(30 << 20, api).expect(413);
        assertThat(answer.json().at("/detail").asString()).contains("25 MB");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("file");
        upload(30 << 20, api.with("Idempotency-Key", "k1")).expect(413);
    }

    @Test
    void aStrangerIsAskedWhoTheyAre() {
        var answer = http.post("/api/v1/probe", "{}").expect(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aNulInAnAddressIsRefused() {
        var answer = api.get("/api/v1/probe?limit=5&cursor=%00").expect(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("cursor");
    }

    private static Http.Answer upload(int size, Http as) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'x');
        body.write(bytes);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return as.send("POST", "/api/v1/tickets/1/attachments", "multipart/form-data; boundary=b", body.toByteArray());
    }
}
