package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

/** The same key does the same thing once. */
class IdempotencyTest extends Probing {
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
}
