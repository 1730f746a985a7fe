package dev.qiao.base.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.base.settings.Settings;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class HealthTest {
    @Autowired
    Http http;

    @Autowired
    Settings settings;

    @Autowired
    Database database;

    @Test
    void everybodyMayAskHowTheDeskIs() {
        var health = http.get("/health").expect(200).json();
        assertThat(health.at("/findings/database/words").asString()).isEqualTo("append-only enforced");
    }

    @Test
    void aDeskThatHasOpenedIsReady() {
        assertThat(http.get("/health/ready").expect(200).json().get("ready").asBoolean())
                .isTrue();
    }

    @Test
    void figuresAreReadByPrometheus() {
        http.get("/health").expect(200);
        var answer = http.get("/metrics").expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text())
                .contains("jvm_memory_used_bytes", "hikaricp_connections_active", "qiao_database_up 1.0")
                .contains("qiao_http_seconds_count{method=\"GET\",route=\"/health\",status=\"200\"}");
    }

    @Test
    void everyFigureHasANameThatPrometheusTakes() {
        var names = http.get("/metrics").text().lines().filter(line -> !line.startsWith("#"));
        assertThat(names).allMatch(line -> line.matches("[a-zA-Z_][a-zA-Z0-9_]*(\\{.*})? \\S+"));
    }

    @Test
    void whileTheDatabaseIsStartedAgainEverybodyIsToldToComeBackAndThenAllGoesOn() {
        Assumptions.assumeTrue(database instanceof Database.Embedded, "only our own server is ours to kill");
        // Where the server is back before anybody asks, nobody is turned away: then it dies once more.
        var turnedAway = Stream.generate(this::askedWhileItDies)
                .limit(5)
                .flatMap(Optional::stream)
                .findFirst();
        assertThat(turnedAway.orElseThrow().header("Retry-After")).isNotEmpty();
        until("/health/ready", status -> status == 200);
        until("/health", status -> status == 200);
        assertThat(database.up()).isTrue();
    }

    private Optional<Http.Answer> askedWhileItDies() {
        var pid = postmaster().pid();
        postmaster().destroyForcibly();
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < deadline) {
            var answer = http.get("/");
            if (answer.status() == 503) return Optional.of(answer);
            if (database.up() && found().filter(now -> now.pid() != pid).isPresent()) return Optional.empty();
        }
        return Optional.empty();
    }

    private ProcessHandle postmaster() {
        return found().orElseThrow();
    }

    private Optional<ProcessHandle> found() {
        return Postmaster.of(settings.data().resolve("postgres")).flatMap(Postmaster::process);
    }

    private Http.Answer until(String path, IntPredicate status) {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            var answer = http.get(path);
            if (status.test(answer.status())) return answer;
            assertThat(System.nanoTime())
                    .as(path + " answers " + answer.status())
                    .isLessThan(deadline);
        }
    }
}
