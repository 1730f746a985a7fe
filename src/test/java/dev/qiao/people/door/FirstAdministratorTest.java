package dev.qiao.people.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.people.FirstAdministrator;
import dev.qiao.people.People;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.SignIn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test undoes what it did: a desk that nobody has taken over exists only inside its transaction. */
@QiaoTest
class FirstAdministratorTest {
    @Autowired
    FirstAdministrator first;

    @Autowired
    People people;

    @Autowired
    Db db;

    @Autowired
    Crowd crowd;

    @Test
    void theCodeOnTheConsoleMakesTheFirstAdministratorAndNoSecond() {
        onANewDesk(() -> {
            var code = printed().replaceAll("(?s).*code: ", "").strip();
            assertThatThrownBy(() -> use("WRONG-CODE")).isInstanceOf(Refused.class);
            var person = use(code.toLowerCase(Locale.ROOT)).person();
            assertThat(people.find(person).orElseThrow().language()).isEqualTo(Locale.TRADITIONAL_CHINESE);
            assertThat(first.wanted()).isFalse();
            assertThat(printed()).isEmpty();
            assertThatThrownBy(() -> use(code)).isInstanceOf(Refused.class);
        });
    }

    @Test
    void nobodyWaitsWhileAPasswordIsLookedAt() throws Exception {
        var locked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var another = Executors.newVirtualThreadPerTaskExecutor()) {
            another.submit(() -> db.transact(() -> {
                db.sql("select pg_advisory_xact_lock(hashtext('people.administrator'))::text as locked")
                        .list(row -> row.text("locked"));
                locked.countDown();
                await(over);
            }));
            await(locked);
            try {
                onANewDesk(() -> {
                    db.sql("set local lock_timeout = '1s'").update();
                    var code = printed().replaceAll("(?s).*code: ", "").strip();
                    assertThatThrownBy(() -> use(code, "short"))
                            .as("before the lock of administrators is asked for")
                            .isInstanceOf(Refused.class);
                });
            } finally {
                over.countDown();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SignIn.In use(String code) {
        return use(code, Crowd.PASSWORD);
    }

    private SignIn.In use(String code, String password) {
        var draft = new PersonDraft(crowd.word("first"), "First", null, null, null, 0);
        return first.byCode(
                code, draft, password, Locale.TRADITIONAL_CHINESE, Crowd.source("10.30.0.1"), TestClock.MONDAY);
    }

    private String printed() {
        var out = new ByteArrayOutputStream();
        first.open(URI.create("http://127.0.0.1:8080"), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void onANewDesk(Runnable test) {
        var undone = new IllegalStateException("undone");
        assertThatThrownBy(() -> db.transact(() -> {
                    db.sql("delete from people.person_role").update();
                    test.run();
                    throw undone;
                }))
                .isSameAs(undone);
    }
}
