package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.people.Crowd;
import dev.qiao.people.Sessions;
import dev.qiao.people.SignIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class LiveTest {
    @Autowired
    Live live;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    @Autowired
    DataSource pool;

    @Autowired
    Crowd crowd;

    @Autowired
    SignIn signIn;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void everyActIsToldOnceWhateverTheOrderOfCommits() throws Exception {
        try (var stream = live.open(Me.QIAO);
                var older = new Steps(pool)) {
            write(Audience.PUBLIC, 100);
            assertThat(subjects(stream, 1)).as("before the horizon").containsExactly(100L);
            older.write(ProbeVisible.KIND, 102);
            older.commit();
            write(Audience.PUBLIC, 104);
            assertThat(subjects(stream, 2)).containsExactlyInAnyOrder(102L, 104L);
            assertThat(stream.next(Duration.ofMillis(600))).isEmpty();
        }
    }

    @Test
    void whatWasRolledBackIsNotTold() throws SQLException, InterruptedException {
        try (var stream = live.open(Me.QIAO)) {
            try (var other = new Steps(pool)) {
                other.write(ProbeVisible.KIND, 106);
            }
            write(Audience.PUBLIC, 108);
            assertThat(subjects(stream, 1)).containsExactly(108L);
        }
    }

    @Test
    void aPersonHearsOnlyOfWhatTheyMaySee() {
        var requester = crowd.me(clock.instant(), "requester");
        var news = List.of(
                new Happened(1, ProbeVisible.KIND, 2, Audience.PUBLIC),
                new Happened(2, ProbeVisible.KIND, 2, Audience.PUBLIC),
                new Happened(3, ProbeVisible.KIND, 3, Audience.PUBLIC),
                new Happened(4, ProbeVisible.KIND, 4, Audience.INTERNAL),
                new Happened(5, ProbeVisible.KIND, 6, Audience.ADMIN),
                new Happened(6, "nobody answers for this", 8, Audience.PUBLIC));
        assertThat(live.sightOf(news, requester)).extracting(Happened::id).containsExactly(2L);
        assertThat(live.sightOf(news, Me.QIAO)).extracting(Happened::id).containsExactly(2L, 4L, 5L);
    }

    @Test
    void moreThanCanBeToldIsSaidToBeMuch() throws InterruptedException {
        try (var stream = live.open(Me.QIAO)) {
            write(Audience.PUBLIC, LongStream.range(0, 1_500).toArray());
            eventually(stream::missed);
        }
    }

    @Test
    @Timeout(60)
    void theStreamCarriesActsAndEndsWithTheSession() throws Exception {
        var person = crowd.withPassword(crowd.person(clock.instant(), "requester"), clock.instant());
        var in = signIn.byPassword(
                java.util.Objects.requireNonNull(person.login()),
                Crowd.PASSWORD,
                Crowd.source("192.0.2.7"),
                clock.instant());
        var lines = new CopyOnWriteArrayList<String>();
        var request = HttpRequest.newBuilder(http.root().resolve("/live"))
                .header("Cookie", "qiao=" + in.secret())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(t -> assertThat(t).startsWith("text/event-stream"));
            var reading = Thread.ofVirtual().start(() -> read(answer, lines));
            eventually(() -> !lines.isEmpty());
            long from = System.nanoTime();
            write(Audience.PUBLIC, 1_000_002, 1_000_003);
            eventually(() -> lines.stream().anyMatch(l -> l.contains("1000002")));
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from)).isLessThan(5_000);
            assertThat(lines).noneMatch(l -> l.contains("1000003"));
            assertThat(lines)
                    .anyMatch(l -> l.matches("data: \\{\"kind\":\"probe-live\",\"id\":1000002,\"entry\":\\d+}"));
            sessions.end(in.secret());
            assertThat(reading.join(Duration.ofSeconds(15))).as("ended").isTrue();
        }
    }

    @Test
    void whoIsNotSignedInHearsNothing() {
        assertThat(http.get("/live").status()).isIn(303, 401, 302);
    }

    private static void read(HttpResponse<java.io.InputStream> answer, List<String> lines) {
        try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null; ) lines.add(line);
        } catch (IOException _) {
            lines.add("cut");
        }
    }

    private static List<Long> subjects(LiveStream stream, int count) throws InterruptedException {
        var heard = new ArrayList<Long>();
        for (int attempt = 0; attempt < 50 && heard.size() < count; attempt++) {
            stream.next(Duration.ofMillis(200)).stream()
                    .filter(h -> h.kind().equals(ProbeVisible.KIND))
                    .map(Happened::subject)
                    .forEach(heard::add);
        }
        return heard;
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (condition.getAsBoolean()) return;
            Thread.sleep(50);
        }
        throw new AssertionError("it never came");
    }

    private void write(Audience audience, long... subjects) {
        db.transact(() -> journal.write(LongStream.of(subjects)
                .mapToObj(s -> new Entry(
                        TestClock.MONDAY, Origin.LIVE, ProbeVisible.KIND, s, 1, 0, audience, new NoteTaken("a")))
                .toList()));
    }
}
