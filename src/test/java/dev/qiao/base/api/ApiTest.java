package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.base.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way through filters and handlers, behind the sign-in. */
@QiaoTest
class ApiTest {
    @Autowired
    WebApplicationContext context;

    @Autowired
    List<ApiFilter> filters;

    private MockMvc mvc;

    @BeforeEach
    void setUp() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(filters.toArray(ApiFilter[]::new))
                .build();
    }

    @Test
    void aFieldThatNobodyKnowsIsNamedWithThoseThatAreKnown() {
        var problem = problem(post("{\"text\":\"a\",\"count\":1,\"colr\":1}"), 422);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("colr");
        assertThat(problem.at("/errors/0/message").asString()).contains("colour");
        assertThat(problem.at("/type").asString()).isEqualTo("/api/v1/docs#invalid");
    }

    @Test
    void aWrongTypeIsNamedWithWhatIsExpected() {
        assertWrong("{\"text\":5,\"count\":1}", "text", "text");
        assertWrong("{\"text\":\"a\",\"count\":\"1\"}", "count", "whole number");
        assertWrong("{\"text\":\"a\",\"count\":1.5}", "count", "whole number");
        assertWrong("{\"text\":\"a\",\"count\":null}", "count", "null");
        assertWrong("{\"text\":\"a\",\"count\":1,\"loud\":\"yes\"}", "loud", "true or false");
        assertWrong("{\"text\":\"a\",\"count\":1,\"at\":1234}", "at", "moment");
        assertWrong("{\"text\":\"a\",\"count\":1,\"at\":\"2026-03-02 09:00\"}", "at", "moment");
        assertWrong("{\"text\":\"a\",\"count\":1,\"at\":\"+999999999-01-01T00:00:00Z\"}", "at", "moment");
        assertWrong("{\"text\":\"a\",\"count\":1,\"colour\":\"blue\"}", "colour", "light_blue, red");
        assertWrong("{\"text\":\"a\",\"count\":1,\"colour\":1}", "colour", "light_blue, red");
        assertWrong("{\"text\":\"a\",\"count\":1,\"tags\":\"x\"}", "tags", "list");
        assertWrong("{\"text\":\"a\",\"count\":1,\"tags\":[\"x\",7]}", "tags[1]", "text");
        assertWrong("{\"text\":\"a\",\"count\":1,\"inner\":[]}", "inner", "object");
        assertWrong("{\"text\":\"a\",\"count\":1,\"inner\":{\"depth\":\"x\"}}", "inner.depth", "whole number");
        assertWrong("{\"text\":\"a\\u0000b\",\"count\":1}", "text", "NUL");
        assertWrong("{\"text\":\"a\\ud800b\",\"count\":1}", "text", "surrogate");
    }

    @Test
    void whatIsNotJsonIsRefusedWithThePlace() {
        assertThat(problem(post("{\"text\":"), 400).at("/detail").asString()).contains("line 1");
        assertThat(problem(post(""), 400).at("/detail").asString()).contains("no body");
        assertThat(problem(post("{\"text\":\"a\",\"text\":\"b\"}"), 400)
                        .at("/detail")
                        .asString())
                .contains("twice");
        assertThat(problem(post("{\"text\":\"a\",\"count\":1} x"), 400)
                        .at("/status")
                        .asInt())
                .isEqualTo(400);
        assertThat(problem(patch("{\"tags\":" + "[".repeat(50) + "]".repeat(50) + "}"), 400)
                        .at("/detail")
                        .asString())
                .contains("32");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithThePlace() {
        var bytes = "{\"text\":\"ab\",\"count\":1}".getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xff;
        assertThat(problem(request(HttpMethod.POST, "").content(bytes), 400)
                        .at("/detail")
                        .asString())
                .contains("byte 11");
    }

    @Test
    void aMegabyteIsTheMost() {
        var body = "{\"text\":\"" + "x".repeat(1 << 20) + "\",\"count\":1}";
        assertThat(problem(post(body), 413).at("/detail").asString()).contains("1 MB");
    }

    @Test
    void problemsSpeakTheReadersLanguage() {
        var answer = send(post("{\"text\":\"a\",\"count\":\"1\"}").with(request -> {
            request.removeHeader("Accept-Language");
            request.addHeader("Accept-Language", "zh-CN");
            request.setPreferredLocales(List.of(Locale.SIMPLIFIED_CHINESE));
            return request;
        }));
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(tree(answer).at("/title").asString()).isEqualTo("有几处要改");
    }

    @Test
    void anAddressThatIsNotThereOrUsedWronglyIsAProblemToo() {
        assertThat(problem(request(HttpMethod.GET, "/nowhere/else"), 404)
                        .at("/detail")
                        .asString())
                .contains("nowhere");
        var wrong = send(request(HttpMethod.DELETE, ""));
        assertThat(wrong.getStatus()).isEqualTo(405);
        assertThat(wrong.getHeader("Allow")).contains("GET", "POST");
        assertThat(problem(post("x").contentType("text/plain"), 415)
                        .at("/detail")
                        .asString())
                .contains("json");
        assertThat(problem(
                                MockMvcRequestBuilders.patch("/api/v1/probe/abc")
                                        .with(this::signIn)
                                        .header("Accept-Language", "en")
                                        .contentType("application/merge-patch+json")
                                        .content("{}"),
                                400)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("number");
    }

    @Test
    void wordsInAddressesAreCodesToo() {
        assertThat(text(send(request(HttpMethod.GET, "/light_blue")))).isEqualTo("\"light_blue\"");
        assertThat(text(send(request(HttpMethod.GET, "/red?other=light_blue")))).isEqualTo("\"light_blue\"");
        var wrong = problem(request(HttpMethod.GET, "/red?other=green"), 400);
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("other");
        assertThat(wrong.at("/errors/0/message").asString()).contains("light_blue, red");
    }

    @Test
    void aFailureTellsANumberAndNothingElse() {
        var problem = problem(post("{\"text\":\"fail\",\"count\":1}"), 500);
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void aListComesInPagesUntilItsEnd() {
        var first = tree(send(request(HttpMethod.GET, "?limit=2")));
        assertThat(first.at("/items")).hasSize(2);
        var second = tree(send(
                request(HttpMethod.GET, "?limit=2&cursor=" + first.at("/next").asString())));
        assertThat(second.at("/items/0").isMissingNode())
                .as(first.toString() + second)
                .isFalse();
        assertThat(second.at("/items/0").asInt()).isEqualTo(3);
        var last = tree(send(
                request(HttpMethod.GET, "?limit=2&cursor=" + second.at("/next").asString())));
        assertThat(last.at("/next").isNull()).isTrue();
    }

    @Test
    void aCursorOrLimitThatWasNotGivenOutIsRefused() {
        for (var query : List.of("?limit=0", "?limit=201", "?limit=x", "?limit=-1")) {
            assertThat(problem(request(HttpMethod.GET, query), 400)
                            .at("/errors/0/field")
                            .asString())
                    .isEqualTo("limit");
        }
        for (var cursor : List.of("x", "!!!", Keyset.of("other", 1), Keyset.of("probe"), Keyset.of("probe", "x"))) {
            assertThat(problem(request(HttpMethod.GET, "?cursor=" + cursor), 400)
                            .at("/errors/0/field")
                            .asString())
                    .isEqualTo("cursor");
        }
    }

    @Test
    void aMergePatchTellsAbsentFromNull() {
        var patched = tree(send(patch("{\"colour\":null,\"count\":9}")));
        assertThat(patched.at("/text").asString()).isEqualTo("old");
        assertThat(patched.at("/colour").isNull()).isTrue();
        assertThat(patched.at("/count").asInt()).isEqualTo(9);
        assertThat(patched.at("/tags/0").asString()).isEqualTo("a");
        assertThat(tree(send(patch("{\"colour\":\"light_blue\",\"tags\":null}")))
                        .at("/colour")
                        .asString())
                .isEqualTo("light_blue");
        assertThat(problem(patch("{\"text\":null}"), 422).at("/errors/0/field").asString())
                .isEqualTo("text");
        assertThat(problem(patch("{\"txt\":null}"), 422).at("/errors/0/message").asString())
                .contains("text");
        assertThat(problem(patch("{\"tags\":[1]}"), 422).at("/errors/0/field").asString())
                .isEqualTo("tags[0]");
        assertThat(problem(patch("[]"), 422).at("/detail").asString()).contains("object");
    }

    @Test
    void aStaleVersionIsRefused() {
        assertThat(send(patch("{}").header("If-Match", "\"v3\"")).getStatus()).isEqualTo(200);
        assertThat(send(patch("{}").header("If-Match", "*")).getStatus()).isEqualTo(200);
        assertThat(problem(patch("{}").header("If-Match", "\"v2\""), 412)
                        .at("/detail")
                        .asString())
                .contains("3");
        problem(patch("{}").header("If-Match", "v3"), 400);
    }

    @Test
    void theSameKeyAndBodyAreDoneOnceAndAnsweredAlike() {
        var key = UUID.randomUUID().toString();
        int before = ProbeApi.DONE.get();
        var first = send(post("{\"text\":\"once\",\"count\":1}").header("Idempotency-Key", key));
        var second = send(post("{\"text\":\"once\",\"count\":1}").header("Idempotency-Key", key));
        assertThat(ProbeApi.DONE.get()).isEqualTo(before + 1);
        assertThat(second.getStatus()).isEqualTo(201).isEqualTo(first.getStatus());
        assertThat(second.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(second.getHeader("Location"))
                .isEqualTo(first.getHeader("Location"))
                .isNotNull();
        assertThat(second.getHeader("ETag")).isEqualTo("\"v1\"");
        var other = problem(post("{\"text\":\"twice\",\"count\":1}").header("Idempotency-Key", key), 422);
        assertThat(other.at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
    }

    @Test
    void ofManyAtOnceWithOneKeyOneIsDone() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        int before = ProbeApi.DONE.get();
        var bodies = new ConcurrentLinkedQueue<String>();
        var threads = new ArrayList<Thread>();
        for (int n = 0; n < 8; n++) {
            threads.add(Thread.ofVirtual()
                    .start(() -> bodies.add(
                            text(send(post("{\"text\":\"slow\",\"count\":1}").header("Idempotency-Key", key))))));
        }
        for (var thread : threads) thread.join();
        assertThat(ProbeApi.DONE.get()).isEqualTo(before + 1);
        assertThat(bodies).hasSize(8);
        assertThat(Set.copyOf(bodies)).hasSize(1);
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        var key = UUID.randomUUID().toString();
        problem(post("{\"text\":\"refuse\",\"count\":1}").header("Idempotency-Key", key), 409);
        assertThat(send(post("{\"text\":\"again\",\"count\":1}").header("Idempotency-Key", key))
                        .getStatus())
                .isEqualTo(201);
        problem(post("{\"text\":\"a\",\"count\":1}").header("Idempotency-Key", "spaces are not allowed"), 400);
    }

    @Test
    void aKeyHoldsThroughABatchToo() {
        var key = UUID.randomUUID().toString();
        var first = batched(key, "x");
        var second = batched(key, "x");
        assertThat(first.getStatus()).isEqualTo(201).isEqualTo(second.getStatus());
        assertThat(second.getHeader("Location"))
                .isEqualTo(first.getHeader("Location"))
                .isNotNull();
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(batched(key, "y").getStatus()).isEqualTo(422);
    }

    private MockHttpServletResponse batched(String key, String text) {
        return send(request(HttpMethod.POST, "/batched")
                .content("{\"text\":\"" + text + "\",\"count\":100}")
                .header("Idempotency-Key", key));
    }

    @Test
    void aCallerWhoIsTooFastIsToldHowLongToWait() {
        var rates = new Rates(10, 20);
        long now = 5_000_000_000L;
        assertThat(IntStream.range(0, 20).filter(_ -> rates.take("a", now) == 0))
                .hasSize(20);
        assertThat(rates.take("a", now)).isEqualTo(100_000_000L);
        assertThat(rates.take("b", now)).isZero();
        assertThat(rates.take("a", now + 100_000_000L)).isZero();
        assertThat(new Rates(0, 0).take("a", now)).isZero();
    }

    private void assertWrong(String body, String field, String expected) {
        var problem = problem(post(body), 422);
        assertThat(problem.at("/errors/0/field").asString()).as(body).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).as(body).contains(expected);
    }

    private org.springframework.mock.web.MockHttpServletRequest signIn(
            org.springframework.mock.web.MockHttpServletRequest request) {
        Visitor.is(request, Me.QIAO);
        return request;
    }

    private MockHttpServletRequestBuilder request(HttpMethod method, String rest) {
        return MockMvcRequestBuilders.request(method, java.net.URI.create("/api/v1/probe" + rest))
                .with(this::signIn)
                .header("Accept-Language", "en")
                .contentType("application/json");
    }

    private MockHttpServletRequestBuilder post(String body) {
        return request(HttpMethod.POST, "").content(body);
    }

    private MockHttpServletRequestBuilder patch(String body) {
        return request(HttpMethod.PATCH, "/1").content(body);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode problem(MockHttpServletRequestBuilder request, int status) {
        var answer = send(request);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        return tree(answer);
    }

    private static JsonNode tree(MockHttpServletResponse answer) {
        return new JsonMapper().readTree(answer.getContentAsByteArray());
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
