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

    private SignIn.In use(String code) {
        var draft = new PersonDraft(crowd.word("first"), "First", null, null, null, 0);
        return first.byCode(
                code, draft, Crowd.PASSWORD, Locale.TRADITIONAL_CHINESE, Crowd.source("10.30.0.1"), TestClock.MONDAY);
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
