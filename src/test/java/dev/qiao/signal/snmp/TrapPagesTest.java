package dev.qiao.signal.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Workers;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.source.TrapDoors;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What traps mean and by what they are known, as an administrator sees and says it. */
@QiaoTest
class TrapPagesTest {
    private static final String TRAP = """
            {"traps": [{"agent": "192.0.2.7", "version": "2c", "trap": "1.3.6.1.4.1.99999.1.1", "variables":
              [{"oid": "1.3.6.1.4.1.99999.2.1.3", "type": "Integer32", "value": "3"}]}]}
            """;

    @Autowired
    Machine machine;

    @Autowired
    Sources sources;

    @Autowired
    TrapDoors doors;

    @Autowired
    Inbox inbox;

    @Autowired
    Crowd crowd;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    private Source source;
    private Http browser;
    private String path;

    @BeforeEach
    void anAdministratorLooksAtASourceOfTraps() {
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        browser = http.browser();
        browser.signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        source = machine.connect(Sender.SNMP).source();
        path = "/sources/" + source.id() + "/traps";
        inbox.take(source, "", Map.of(), TRAP.getBytes(StandardCharsets.UTF_8), clock.instant());
        workers.crank(clock.instant());
    }

    @Test
    void aRuleIsTriedOnTheLastTrapsAndThenSaved() {
        assertThat(browser.get(path).expect(200).text()).contains("1.3.6.1.4.1.99999.1.1: 192.0.2.7");
        var rule = Map.of(
                "traps[0.oid]", ".1.3.6.1.4.1.99999.1.*",
                "traps[0.title]", "fan {1.3.6.1.4.1.99999.2.1} of {agent}",
                "traps[0.severity]", "critical",
                "traps[0.key]", "1.3.6.1.4.1.99999.2.1",
                "traps[1.oid]", "");
        assertThat(browser.form(path + "/trial", rule).expect(200).text()).contains("fan 3 of 192.0.2.7");
        assertThat(sources.find(source.id()).orElseThrow().setup().meanings()).isEmpty();
        browser.form(path, rule).expect(303);
        assertThat(browser.get(path).expect(200).text()).contains("fan 3 of 192.0.2.7", "1.3.6.1.4.1.99999.1.*");
        assertThat(browser.form(path + "/trial", Map.of("traps[0.oid]", "fan", "traps[0.title]", "x"))
                        .expect(422)
                        .text())
                .contains("fan");
        browser.get("/sources/" + source.id() + "/edit").expect(200);
        browser.form("/sources/" + source.id(), Map.of("name", Machine.unique("switches"), "active", "true"))
                .expect(303);
        assertThat(sources.find(source.id()).orElseThrow().setup().meanings()).hasSize(1);
    }

    @Test
    void theCommunityAndTheUserAreSetAndNeverShown() {
        browser.get(path).expect(200);
        var community = Machine.unique("community");
        browser.form(path + "/community", Map.of("community", community)).expect(303);
        assertThat(doors.community(community).orElseThrow().id()).isEqualTo(source.id());
        browser.form(path + "/community", Map.of("community", "two words")).expect(422);
        var name = Machine.unique("switch");
        var user = Map.of("user", name, "digest", "sha256", "password", "a long password", "secret", "a longer secret");
        browser.form(path + "/user", user).expect(303);
        assertThat(browser.get(path).expect(200).text())
                .contains(name)
                .doesNotContain("a long password", "a longer secret", community);
        browser.form(path + "/user", Map.of("user", name, "password", "short")).expect(422);
        browser.form(path + "/user", Map.of("user", "")).expect(303);
        assertThat(doors.user(sources.find(source.id()).orElseThrow())).isEmpty();
        assertThat(browser.get("/sources/" + source.id()).expect(200).text()).contains("snmptrap -v 2c");
        var other = machine.connect(Sender.JSON).source().id();
        browser.get("/sources/" + other + "/traps").expect(404);
    }
}
