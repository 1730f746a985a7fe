package dev.qiao.base.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be read is refused in our words, also where the server notices it before any of our code is asked. */
@QiaoTest
class UnheardTest {
    @Autowired
    Http http;

    @Autowired
    Cast cast;

    /** An answer as it came through the wire. */
    private record Heard(int status, String head, String body) {
        JsonNode problem() {
            assertThat(head).contains("application/problem+json");
            return new JsonMapper().readTree(body);
        }
    }

    @Test
    void aParameterThatIsNotUtf8IsNamedToAProgram() throws IOException {
        var heard = get("/api/v1/tickets?limit=1&q=%ff");
        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.problem().at("/errors/0/field").asString()).isEqualTo("q");
        assertThat(heard.problem().at("/detail").asString()).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=%ff", "/tickets?q=%e4%b8", "/signin?%ff=1", "/signin?to=%zz"})
    void aParameterThatIsNotUtf8IsNamedToAReader(String path) throws IOException {
        var heard = get(path);
        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.head()).contains("text/html").contains("content-security-policy");
        assertThat(heard.body()).contains("is-refused").contains("UTF-8").doesNotContain("Tomcat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets/%ff",
                "/api/v1/tickets/%zz",
                "/api/v1/%2e%2e%5c",
                "/api/v1/tickets/1%2f2",
                "/api/v1/%00"
            })
    void anAddressOfTheApiThatCannotBeReadIsAProblem(String path) throws IOException {
        var heard = get(path);
        assertThat(heard.status()).as(heard.body()).isEqualTo(400);
        assertThat(heard.problem().at("/errors/0/code").asString()).isEqualTo("base.unreadable_request");
    }

    @Test
    void bytesThatNoAddressHasAreAProblemInTheLanguageOfWhoSentThem() throws IOException {
        var raw = new String("答复".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (var path : java.util.List.of("/api/v1/tickets?q=" + raw, "/api/v1/tickets/" + raw)) {
            var heard = get(path);
            assertThat(heard.status()).isEqualTo(400);
            assertThat(heard.problem().at("/errors/0/code").asString()).isEqualTo("base.unreadable_request");
            assertThat(heard.problem().at("/detail").asString()).contains("%XX");
            assertThat(heard.head()).contains("content-language: en");
        }
        var traditional =
                send("GET /api/v1/people?q=" + raw + " HTTP/1.1\r\nHost: desk\r\nAccept-Language: zh-TW\r\n\r\n");
        assertThat(traditional.problem().at("/detail").asString()).contains("位址");
        var page = get("/search?q=" + raw);
        assertThat(page.head()).contains("text/html").contains("content-language: en");
        assertThat(page.body()).contains("is-refused").contains("%XX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tickets/%ff", "/assets/%zz", "/%00"})
    void anAddressOfAPageThatCannotBeReadIsAPageOfOurs(String path) throws IOException {
        var heard = get(path);
        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.body()).contains("is-refused").doesNotContain("Tomcat").doesNotContain("HTTP Status");
    }

    @Test
    void aHeadThatIsTooLongIsRefusedInOurWords() throws IOException {
        var heard = get("/api/v1/tickets?q=" + "x".repeat(20_000));
        assertThat(heard.status()).isBetween(400, 431);
        assertThat(heard.body())
                .doesNotContain("Tomcat")
                .doesNotContain("HTTP Status")
                .contains("8 KB");
        var header = send("GET /signin HTTP/1.1\r\nHost: desk\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(header.status()).isBetween(400, 431);
        assertThat(header.body()).contains("is-refused").contains("8 KB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /signin?a=<b> HTTP/1.1\r\nHost: desk\r\n\r\n",
                "GET /signin HTTP/1.1\r\n\r\n",
                "GET /signin HTTP/1.1\r\nHost: a b\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /signin HTTP/1.1\r\nHost: desk\r\nBad Name: 1\r\nContent-Length: x\r\n\r\n"
            })
    void aRequestLineOrHeaderThatIsNoneIsRefusedInOurWords(String request) throws IOException {
        var heard = send(request);
        assertThat(heard.status()).as(heard.head()).isBetween(400, 499);
        assertThat(heard.body()).as(request).contains("is-refused").doesNotContain("HTTP Status");
    }

    @Test
    void aFormThatIsNotUtf8IsRefusedAndNoFailureOfOurs() {
        var browser = http.browser();
        if (browser.get("/signin").status() == 303) browser.get("/first").expect(200);
        var answer = browser.send(
                "POST", "/session", "application/x-www-form-urlencoded", "login=%ff".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("is-refused");
    }

    @Test
    void whatCanBeReadIsHeard() {
        var asUser = http.as(cast.token(cast.hire("requester")));
        asUser.get("/api/v1/tickets?q=%E6%89%93%E5%8D%B0+a%26b&limit=1").expect(200);
        asUser.post("/api/v1/tickets", Map.of("title", "打印机")).expect(201);
    }

    private Heard get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: desk\r\nAccept-Language: en\r\nConnection: close\r\n\r\n");
    }

    private Heard send(String request) throws IOException {
        try (var socket = new Socket(http.root().getHost(), http.root().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            var head = answer.substring(0, end).toLowerCase(java.util.Locale.ROOT);
            return new Heard(Integer.parseInt(head.split(" ")[1]), head, answer.substring(end + 4));
        }
    }
}
