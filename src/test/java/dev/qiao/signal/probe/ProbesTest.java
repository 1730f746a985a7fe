package dev.qiao.signal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.base.Workers;
import dev.qiao.journal.Reversals;
import dev.qiao.people.Crowd;
import dev.qiao.people.Token;
import dev.qiao.signal.Machine;
import dev.qiao.signal.probe.Standing.State;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk looks at itself, from the look to the alert. */
@QiaoTest
class ProbesTest {
    @Autowired
    Crowd crowd;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Autowired
    Db db;

    @Autowired
    Probes probes;

    @Autowired
    Round round;

    @Autowired
    ProbeSql sql;

    @Autowired
    Reversals reversals;

    @AfterEach
    void nothingIsLookedAt() {
        probes.after(0, Probes.MOST, Me.QIAO).forEach(probe -> probes.delete(probe.id(), Me.QIAO, clock.instant()));
    }

    @Test
    void whatIsDownIsAnAlertSinceItsFirstFailureAndOverWhenItIsUp() {
        var probe = probe();
        var first = fails(probe);
        assertThat(alert(probe, "")).isEmpty();
        fails(probe);
        assertThat(alert(probe, "")).containsExactly("open major " + first);
        assertThat(probes.find(probe.id(), Me.QIAO).standing().state()).isEqualTo(State.DOWN);
        works(probe, 10);
        assertThat(alert(probe, "")).containsExactly("resolved major " + first);
        assertThat(probes.results(probe.id(), clock.instant().plusSeconds(1), 10, Me.QIAO))
                .extracting(Result::ok)
                .containsExactly(true, false, false);
    }

    @Test
    void whatIsSlowWarnsUnderAKeyOfItsOwn() {
        var probe = probe();
        works(probe, 900);
        works(probe, 900);
        assertThat(alert(probe, " slow")).hasSize(1).first().asString().startsWith("open warning");
        works(probe, 10);
        assertThat(alert(probe, " slow")).first().asString().startsWith("resolved warning");
        assertThat(alert(probe, "")).isEmpty();
    }

    @Test
    void aCertificateThatEndsSoonWarnsUntilThereIsANewOne() {
        var probe = probe();
        shows(probe, 40);
        assertThat(alert(probe, " certificate")).isEmpty();
        shows(probe, 29);
        assertThat(alert(probe, " certificate")).first().asString().startsWith("open warning");
        shows(probe, 365);
        assertThat(alert(probe, " certificate")).first().asString().startsWith("resolved warning");
    }

    private void shows(Probe probe, int days) {
        var at = clock.advance(Duration.ofMinutes(1));
        round.seen(probe, new Result(at, 10, null, at.plus(Duration.ofDays(days))));
    }

    @Test
    void whatWasWrongIsOverWhenAProbeIsChangedOrDeletedAndBothAreTakenBack() {
        var admin = crowd.me(clock.instant(), "admin");
        var probe = probe();
        fails(probe);
        fails(probe);
        probes.delete(probe.id(), admin, clock.instant());
        assertThat(alert(probe, "")).first().asString().startsWith("resolved");
        reversals.reverse(newest(), admin, clock.instant());
        var back = probes.find(probe.id(), admin);
        assertThat(back.draft()).isEqualTo(probe.draft());
        assertThat(back.standing()).isEqualTo(Standing.NEW);
    }

    @Test
    void whatWasSeenOfAnOlderDescriptionIsForgotten() {
        var probe = probe();
        probes.update(probe.id(), probe.version(), probe.draft(), Me.QIAO, clock.instant());
        fails(probe);
        assertThat(probes.find(probe.id(), Me.QIAO).standing()).isEqualTo(Standing.NEW);
        assertThatThrownBy(() -> probes.update(probe.id(), probe.version(), probe.draft(), Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void eachIsTakenOnceWhenItsTimeHasComeAlsoByAClockThatWasSetBack() {
        var probe = probe();
        var now = clock.advance(Duration.ofMinutes(2));
        assertThat(sql.take(now, 10)).extracting(Probe::id).containsExactly(probe.id());
        assertThat(sql.take(now, 10)).isEmpty();
        assertThat(sql.take(now.minus(Duration.ofHours(5)), 10)).hasSize(1);
        assertThat(sql.take(now.minus(Duration.ofHours(5)), 10)).isEmpty();
    }

    @Test
    void theWorkerLooksByItself() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var usual = ProbeDraft.usual(Machine.unique("port"), Probe.Kind.TCP, "127.0.0.1:" + server.getLocalPort());
            var draft = new ProbeDraft(
                    usual.name(),
                    usual.kind(),
                    usual.target(),
                    usual.expected(),
                    null,
                    60,
                    2_000,
                    2,
                    1,
                    null,
                    List.of(),
                    true,
                    true);
            var probe = probes.create(draft, Me.QIAO, clock.instant());
            workers.crank(clock.advance(Duration.ofMinutes(2)));
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (probes.find(probe.id(), Me.QIAO).standing().state() == State.UNKNOWN && System.nanoTime() < end)
                Thread.sleep(50);
            assertThat(probes.find(probe.id(), Me.QIAO).standing().state()).isEqualTo(State.UP);
        }
    }

    @Test
    void programsMakeChangeReadAndDeleteThem() {
        var name = Machine.unique("api");
        var admin = token("admin");
        var engineer = token("engineer");
        var user = token("requester");
        var made = admin.post("/api/v1/probes", Map.of("name", name, "kind", "http", "target", "https://shop.example/"))
                .expect(201)
                .json();
        var path = "/api/v1/probes/" + made.get("id").asLong();
        assertThat(made.get("failures").asInt()).isEqualTo(2);
        assertThat(made.get("state").stringValue()).isEqualTo("unknown");
        assertThat(engineer.get(path).expect(200).json().get("name").stringValue())
                .isEqualTo(name);
        assertThat(engineer.get("/api/v1/probes").expect(200).text()).contains(name);
        fails(probes.find(made.get("id").asLong(), Me.QIAO));
        assertThat(engineer.get(path + "/results")
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
        engineer.post("/api/v1/probes", Map.of("name", name + "2", "kind", "ping", "target", "a"))
                .expect(403);
        user.get("/api/v1/probes").expect(403);
        admin.post("/api/v1/probes", Map.of("name", name, "kind", "ping", "target", "a"))
                .expect(422);
        var whole = Map.of(
                "name", name, "kind", "http", "target", "https://shop.example/", "expected", Map.of("status", 204));
        assertThat(admin.put(path, whole)
                        .expect(200)
                        .json()
                        .get("expected")
                        .get("method")
                        .stringValue())
                .isEqualTo("GET");
        admin.post("/api/v1/probes", Map.of("name", name + "3", "kind", "http", "target", "file:///etc/passwd"))
                .expect(422);
        admin.delete(path).expect(204);
        admin.get(path).expect(404);
    }

    private Http token(String role) {
        return http.as(crowd.token(crowd.person(clock.instant(), role).id(), Token.Scope.WRITE, clock.instant()));
    }

    private Probe probe() {
        var usual = ProbeDraft.usual(Machine.unique("shop"), Probe.Kind.HTTP, "https://shop.example/");
        return probes.create(
                new ProbeDraft(
                        usual.name(),
                        usual.kind(),
                        usual.target(),
                        usual.expected(),
                        null,
                        60,
                        5_000,
                        2,
                        1,
                        500,
                        List.of(30),
                        false,
                        true),
                Me.QIAO,
                clock.instant());
    }

    private Instant fails(Probe probe) {
        var at = clock.advance(Duration.ofMinutes(1));
        round.seen(probe, new Result(at, 5, new Problem(null, "signal.probe_refused", List.of()), null));
        return at;
    }

    private void works(Probe probe, int millis) {
        round.seen(probe, new Result(clock.advance(Duration.ofMinutes(1)), millis, null, null));
    }

    private List<String> alert(Probe probe, String about) {
        return db.sql("select state, severity, began_at from signal.alert where key = :key order by id")
                .bind("key", "probe " + probe.id() + about)
                .list(row -> row.text("state") + " " + row.text("severity") + " " + row.instant("began_at"));
    }

    private long newest() {
        return db.sql("select max(id) as id from journal.entry where kind = 'signal.probe'")
                .one(row -> row.number("id"));
    }
}
