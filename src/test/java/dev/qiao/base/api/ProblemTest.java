package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How a problem is told. */
class ProblemTest extends Probing {
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
    void aFailureTellsANumberAndNothingElse() {
        var problem = problem(post("{\"text\":\"fail\",\"count\":1}"), 500);
        assertThat(problem.toString()).doesNotContain("secret");
    }
}
