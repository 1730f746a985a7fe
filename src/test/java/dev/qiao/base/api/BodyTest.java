package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What a body may say, and what is answered where it says something else. */
class BodyTest extends Probing {
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
        assertWrong("{\"text\":\"a\",\"count\":1,\"at\":\"+999999999-01-01T00:00:00Z\"}", "at", "year");
        assertWrong("{\"text\":\"a\",\"count\":1,\"colour\":\"blue\"}", "colour", "light_blue, red");
        assertWrong("{\"text\":\"a\",\"count\":1,\"colour\":1}", "colour", "light_blue, red");
        assertWrong("{\"text\":\"a\",\"count\":1,\"tags\":\"x\"}", "tags", "list");
        assertWrong("{\"text\":\"a\",\"count\":1,\"tags\":[\"x\",7]}", "tags[1]", "text");
        assertWrong("{\"text\":\"a\",\"count\":1,\"tags\":[\"x\",null]}", "tags[1]", "null");
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

    private void assertWrong(String body, String field, String expected) {
        var problem = problem(post(body), 422);
        assertThat(problem.at("/errors/0/field").asString()).as(body).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).as(body).contains(expected);
    }
}
