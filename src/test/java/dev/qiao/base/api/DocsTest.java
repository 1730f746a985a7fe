package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class DocsTest {
    @Autowired
    Http http;

    @Test
    void theDescriptionIsMadeFromTheCode() {
        var whole = http.get("/api/v1/openapi.json").expect(200).json();
        assertThat(whole.at("/openapi").asString()).startsWith("3.1");
        assertThat(whole.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(whole.at("/components/schemas/Problem/properties").propertyNames())
                .contains("type", "title", "status", "detail", "errors");
        assertThat(whole.at("/paths").propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
        var index = whole.at("/paths").path("/api/v1/probe").path("get");
        assertThat(index.path("parameters")
                        .valueStream()
                        .map(p -> p.path("name").asString())
                        .toList())
                .containsExactlyInAnyOrder("limit", "cursor");
        assertThat(index.at("/responses").has("default")).isTrue();
        var create = whole.at("/paths").path("/api/v1/probe").path("post");
        assertThat(create.path("parameters").toString())
                .contains("Idempotency-Key")
                .doesNotContain("Me");
        assertThat(whole.at("/components/schemas/ProbeNote/properties/colour").toString())
                .contains("light_blue")
                .doesNotContain("LIGHT");
        assertThat(whole.at("/components/schemas").propertyNames()).contains("ServiceShown", "SliceServiceShown");
        assertThat(whole.at("/components/schemas").propertyNames())
                .doesNotContainAnyElementsOf(Set.of("Me", "Paging", "JsonNode", "Shown"));
    }

    @Test
    void thePageSaysTheSameForPeople() {
        var page = http.with("Accept-Language", "en").get("/api/v1/docs").expect(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("/api/v1/probe", "Idempotency-Key", "light_blue | red", "id=\"stale\"");
        assertThat(page.text()).doesNotContain("https://");
    }
}
