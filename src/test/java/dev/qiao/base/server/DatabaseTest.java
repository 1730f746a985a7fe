package dev.qiao.base.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class DatabaseTest {
    @Autowired
    Db db;

    @Autowired
    Http http;

    @Test
    void theApplicationIsNotTheOwner() {
        String who = db.sql("select current_user as who").one(row -> row.text("who"));
        assertThat(who).isEqualTo("qiao_app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void theServerKeepsWhatItAcknowledged(String name) {
        String value = db.sql("select current_setting(:name) as value")
                .bind("name", name)
                .one(row -> row.text("value"));
        assertThat(value).isEqualTo("on");
    }

    @Test
    void theDeskAnswers() {
        assertThat(http.get("/").status()).isNotZero();
    }
}
