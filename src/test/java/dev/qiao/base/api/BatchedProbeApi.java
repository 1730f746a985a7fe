package dev.qiao.base.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.api.Idempotency.Answer;
import dev.qiao.base.web.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Needs
@RestController
@RequestMapping("/api/v1/probe/batched")
class BatchedProbeApi {
    private final Db db;
    private final Idempotency idempotency;

    BatchedProbeApi(Db db, Idempotency idempotency) {
        this.db = db;
        this.idempotency = idempotency;
    }

    /** As a handler that waits for a Batcher: a transaction of its own would be refused. */
    @Batched
    @PostMapping
    ResponseEntity<byte[]> create(@RequestBody ProbeApi.Note note, HttpServletRequest request) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) throw new IllegalStateException();
        var key = Idempotency.of(request).orElseThrow();
        var answer = db.transact(() -> {
            var before = idempotency.stored(List.of(key)).get(key);
            if (before != null) return before;
            var now = Answer.json(
                    201,
                    "/" + ProbeApi.DONE.incrementAndGet(),
                    Etag.of(1),
                    Json.of(note).text().getBytes(UTF_8));
            idempotency.keep(Map.of(key, now));
            return now;
        });
        return answer.entity();
    }
}
