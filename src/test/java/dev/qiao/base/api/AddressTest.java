package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What an address and its query may say. */
class AddressTest extends Probing {
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
    void aBodyIsJsonAndNothingElse() {
        var yaml = problem(post("text: a\ncount: 1").contentType("application/yaml"), 415);
        assertThat(yaml.at("/detail").asString()).contains("application/json").doesNotContain("yaml");
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
    void aParameterThatNobodyHearsIsNamedWithThoseThatAreHeard() {
        var list = problem(request(HttpMethod.GET, "?limt=2&limit=1&x"), 400);
        assertThat(list.at("/errors/0/field").asString()).isEqualTo("limt");
        assertThat(list.at("/errors/0/message").asString()).contains("cursor, limit");
        assertThat(list.at("/errors/1/field").asString()).isEqualTo("x");
        assertThat(problem(request(HttpMethod.GET, "/red?colour=red"), 400)
                        .at("/errors/0/message")
                        .asString())
                .contains("other");
        assertThat(problem(request(HttpMethod.PATCH, "/1?dry=1").content("{}"), 400)
                        .at("/errors/0/message")
                        .asString())
                .contains("none");
    }
}
