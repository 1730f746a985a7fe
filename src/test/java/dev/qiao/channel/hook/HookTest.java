package dev.qiao.channel.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.people.Rights;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Other programs are told of tickets, signed, at least once and always under the same id, whatever state they are in. */
@QiaoTest
class HookTest {
    @Autowired
    Hooks hooks;

    @Autowired
    Cast cast;

    @Autowired
    Http http;

    @Autowired
    Rights rights;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private final Receiver receiver = new Receiver();

    /** What others did before is read before anybody listens. */
    @BeforeEach
    void settle() {
        workers.crank(clock.instant());
    }

    @AfterEach
    void close() {
        hooks.all(Me.QIAO).forEach(hook -> hooks.delete(hook.id(), Me.QIAO, clock.instant()));
        receiver.close();
    }

    @Test
    void whatHappensToATicketIsSentSignedSoThatTheOtherSideCanCheckIt() throws Exception {
        var issued = connect("admin", List.of("ticket.opened", "ticket.commented"));
        long number = opened();
        crank();
        var got = receiver.got().getFirst();
        assertThat(receiver.got()).hasSize(1);
        assertThat(got.path()).isEqualTo("/in?x=1");
        assertThat(got.body())
                .contains(
                        "\"type\":\"ticket.opened\"",
                        "\"number\":" + number,
                        "\"stage\":\"waiting\"",
                        "/tickets/" + number);
        assertThat(got.header("webhook-signature")).isEqualTo(signature(issued.secret(), got));
        assertThat(Long.parseLong(got.header("webhook-timestamp")))
                .isEqualTo(clock.instant().getEpochSecond());
        assertThat(message(issued).sentAt()).isNotNull();
        assertThat(message(issued).answer()).isEqualTo(200);
    }

    @Test
    void anotherSecretHoldsBesideTheOneBeforeForADay() throws Exception {
        var first = connect("admin", List.of("ticket.opened"));
        var second = hooks.rotate(first.hook().id(), Me.QIAO, clock.instant());
        opened();
        crank();
        var got = receiver.got().getFirst();
        assertThat(got.header("webhook-signature").split(" "))
                .containsExactly(signature(second.secret(), got), signature(first.secret(), got));
        clock.advance(Duration.ofHours(25));
        opened();
        crank();
        assertThat(receiver.got().getLast().header("webhook-signature"))
                .isEqualTo(signature(second.secret(), receiver.got().getLast()));
    }

    @Test
    void aTargetThatIsDownForTwoDaysMissesNothingAndGetsNothingTwice() {
        var issued = connect("admin", List.of("ticket.opened"));
        receiver.answer(503, "");
        long first = opened();
        long second = opened();
        for (int hour = 0; hour < 48; hour++) {
            clock.advance(Duration.ofHours(1));
            crank();
        }
        int tries = receiver.got().size();
        assertThat(tries).as("it is not hammered").isBetween(4, 40);
        assertThat(receiver.got().stream().map(got -> got.header("webhook-id")).distinct())
                .hasSize(2);
        receiver.answer(204, "");
        for (int hour = 0; hour < 26; hour++) {
            clock.advance(Duration.ofHours(1));
            crank();
        }
        var after = receiver.got().subList(tries, receiver.got().size());
        assertThat(after).hasSize(2);
        assertThat(after.stream().map(Receiver.Got::body))
                .anyMatch(body -> body.contains("\"number\":" + first))
                .anyMatch(body -> body.contains("\"number\":" + second));
        assertThat(hooks.messages(issued.hook().id(), Long.MAX_VALUE, 10, Me.QIAO))
                .allMatch(message -> message.sentAt() != null);
    }

    @Test
    void oneThatSaysItIsGoneIsSwitchedOffUntilAnAdministratorSavesItAgain() {
        var issued = connect("admin", List.of("ticket.opened"));
        receiver.answer(410, "");
        opened();
        crank();
        assertThat(hooks.find(issued.hook().id(), Me.QIAO).goneAt()).isNotNull();
        assertThat(message(issued).deadAt()).isNotNull();
        opened();
        clock.advance(Duration.ofMinutes(1));
        crank();
        assertThat(receiver.got()).hasSize(1);
        receiver.answer(200, "");
        var hook = hooks.find(issued.hook().id(), Me.QIAO);
        hooks.update(hook.id(), hook.version(), hook.draft(), Me.QIAO, clock.instant());
        hooks.replay(hook.id(), message(issued).id(), Me.QIAO, clock.instant());
        crank();
        assertThat(receiver.got()).hasSize(2);
        assertThat(receiver.got().getLast().header("webhook-id"))
                .isEqualTo(receiver.got().getFirst().header("webhook-id"));
    }

    @Test
    void oneThatHangsDoesNotHoldUpTheOthers() {
        try (var slow = new Receiver()) {
            slow.pause(60_000);
            create(slow.url("/"), "admin", List.of("ticket.opened"));
            connect("admin", List.of("ticket.opened"));
            opened();
            crank();
            assertThat(receiver.got()).hasSize(1);
        }
    }

    @Test
    void anAddressInsideIsNotCalledUnlessThatIsAllowed() {
        var maker = rights.of(cast.hire("admin").id()).orElseThrow();
        var draft = new HookDraft(word(), "https://localhost:1/", List.of("ticket.opened"), false, true);
        var hook = hooks.create(draft, maker, clock.instant()).hook();
        opened();
        crank();
        assertThat(hooks.messages(hook.id(), Long.MAX_VALUE, 1, Me.QIAO)
                        .getFirst()
                        .problem())
                .isEqualTo("channel.hook_problem.bounds");
    }

    @Test
    void itIsToldWhatItsMakerMaySeeAndNoMore() {
        connect("admin", List.of("ticket.opened"));
        long number = opened();
        http.as(cast.token(cast.hire("manager")))
                .patch("/api/v1/tickets/" + number, Map.of("restricted", true))
                .expect(200);
        long open = opened();
        crank();
        assertThat(receiver.got().stream().map(Receiver.Got::body))
                .noneMatch(body -> body.contains("\"number\":" + number))
                .anyMatch(body -> body.contains("\"number\":" + open));
    }

    @Test
    void whatWasToldLongAgoIsForgotten() {
        var issued = connect("admin", List.of("ticket.opened"));
        opened();
        crank();
        clock.advance(Duration.ofDays(89));
        crank();
        assertThat(hooks.messages(issued.hook().id(), Long.MAX_VALUE, 10, Me.QIAO))
                .hasSize(1);
        clock.advance(Duration.ofDays(2));
        crank();
        assertThat(hooks.messages(issued.hook().id(), Long.MAX_VALUE, 10, Me.QIAO))
                .isEmpty();
    }

    @Test
    void programsConnectTryAndReplayOne() {
        var api = http.as(cast.token(cast.hire("admin")));
        var given = Map.of("name", word(), "url", receiver.url("/"), "inside", true);
        var made = api.post("/api/v1/webhooks", given).expect(201).json();
        assertThat(made.get("secret").asString()).startsWith("whsec_");
        long id = made.get("id").asLong();
        assertThat(api.get("/api/v1/webhooks/" + id).expect(200).text()).doesNotContain("whsec_");
        opened();
        crank();
        var told = api.get("/api/v1/webhooks/" + id + "/messages")
                .expect(200)
                .json()
                .get("items")
                .get(0);
        api.post("/api/v1/webhooks/" + id + "/messages/" + told.get("number").asLong() + "/replay", Map.of())
                .expect(200);
        crank();
        assertThat(receiver.got()).hasSize(2);
        api.post("/api/v1/webhooks", Map.of("name", "x", "url", "ftp://example.org"))
                .expect(422);
        http.as(cast.token(cast.hire("engineer"))).get("/api/v1/webhooks").expect(403);
        api.delete("/api/v1/webhooks/" + id).expect(204);
    }

    private Hooks.Issued connect(String role, List<String> events) {
        return create(receiver.url("/in?x=1"), role, events);
    }

    private Hooks.Issued create(String url, String role, List<String> events) {
        var maker = rights.of(cast.hire(role).id()).orElseThrow();
        return hooks.create(new HookDraft(word(), url, events, true, true), maker, clock.instant());
    }

    private HookMessage message(Hooks.Issued issued) {
        return hooks.messages(issued.hook().id(), Long.MAX_VALUE, 100, Me.QIAO).getLast();
    }

    private long opened() {
        return http.as(cast.token(cast.hire("requester")))
                .post("/api/v1/tickets", Map.of("kind", "incident", "title", "打印机卡纸"))
                .expect(201)
                .json()
                .get("number")
                .asLong();
    }

    private void crank() {
        workers.crank(clock.instant());
    }

    private static String word() {
        return "hook " + UUID.randomUUID();
    }

    private static String signature(String secret, Receiver.Got got) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var text = got.header("webhook-id") + "." + got.header("webhook-timestamp") + "." + got.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
