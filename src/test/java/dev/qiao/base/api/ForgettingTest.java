package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class ForgettingTest {
    /** Long ago, so that no answer of another test is old by then. */
    private static final Instant NOW = Instant.parse("2020-03-02T01:00:00Z");

    @Autowired
    Db db;

    Forgetting forgetting;
    String key;

    @BeforeEach
    void aWorkerOfOurOwn() {
        forgetting = new Forgetting(db);
        key = UUID.randomUUID().toString();
    }

    @Test
    void anAnswerIsForgottenByTheClockThatTheWorkerIsGiven() {
        keptAt(NOW.minus(Duration.ofHours(47)));
        forgetting.work(NOW);
        assertThat(kept()).isTrue();
        forgetting.work(NOW.plus(Duration.ofHours(2)));
        assertThat(kept()).isFalse();
    }

    @Test
    void aClockThatRanAheadAndIsSetBackStopsNothing() {
        forgetting.work(NOW);
        keptAt(NOW.minus(Duration.ofDays(40)));
        forgetting.work(NOW.minus(Duration.ofDays(30)));
        assertThat(kept()).isFalse();
    }

    private void keptAt(Instant at) {
        db.sql("insert into base.idempotency (owner, key, request, at) values (1, :key, 'r', :at)")
                .bind("key", key)
                .bind("at", at)
                .update();
    }

    private boolean kept() {
        return db.sql("select count(*)::int as n from base.idempotency where key = :key")
                        .bind("key", key)
                        .one(row -> row.integer("n"))
                == 1;
    }
}
