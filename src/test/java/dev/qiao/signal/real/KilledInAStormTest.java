package dev.qiao.signal.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} during a storm, twice: whatever was acknowledged is there, and one fault is one incident. */
class KilledInAStormTest {
    private static final int MESSAGES = 900;
    private static final int IN_A_MESSAGE = 5;
    private static final int CONNECTIONS = 8;
    private static final Pattern NUMBER = Pattern.compile("\"message\":\\s*(\\d+)");

    @TempDir
    Path house;

    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final AtomicInteger next = new AtomicInteger();
    /** The numbers under which messages were acknowledged. */
    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();

    private final AtomicInteger failed = new AtomicInteger();

    @Test
    void whatWasAcknowledgedIsThereAndTheFaultIsOneIncident() throws Exception {
        var data = house.resolve("data");
        int port = Part.freePort();
        var program = Program.start(data, port);
        try {
            var said = Program.say(data, "source", "create", "--kind", "alertmanager", "--name", "storm");
            var address = URI.create(said.lines()
                    .filter(line -> line.startsWith("url="))
                    .findFirst()
                    .orElseThrow()
                    .substring(4));
            try (var connections = Executors.newVirtualThreadPerTaskExecutor()) {
                storm(connections, address);
                Part.until("a part is acknowledged", () -> acknowledged.size() > MESSAGES / 4);
                program.kill();
                assertThat(acknowledged).as("it was killed in the middle").hasSizeLessThan(MESSAGES);
                program = Program.start(data, port);
                Part.until("more is acknowledged", () -> acknowledged.size() > MESSAGES / 2);
                program.killAll();
                assertThat(acknowledged).as("it was killed in the middle").hasSizeLessThan(MESSAGES);
                program = Program.start(data, port);
            }
            assertThat(failed.get()).as("senders noticed").isPositive();
            holds(program);
            assertThat(Program.say(data, "verify")).contains("everything holds");
        } finally {
            program.close();
        }
    }

    private void holds(Program program) throws Exception {
        assertThat(acknowledged).hasSize(MESSAGES);
        var kept = new HashSet<>(program.ask("select id::text from signal.message"));
        assertThat(acknowledged.stream().map(String::valueOf)).allMatch(kept::contains);
        var all = String.valueOf(MESSAGES * IN_A_MESSAGE);
        Part.until("all is read and gathered", () -> {
            var waiting = program.ask("select count(*) from signal.message where state <> 'read'");
            var gathered = program.ask("select coalesce(sum(alerts), 0)::text from signal.incident");
            return waiting.getFirst().equals("0") && gathered.getFirst().equals(all);
        });
        assertThat(program.ask("select count(*) from signal.alert")).containsExactly(all);
        assertThat(program.ask("select count(distinct key) from signal.alert")).containsExactly(all);
        assertThat(program.ask("select count(*) from signal.alert where incident_id is null or state <> 'open'"))
                .containsExactly("0");
        assertThat(program.ask("select count(*) from signal.incident")).containsExactly("1");
        assertThat(program.ask("select count(*) from ticket.ticket")).containsExactly("1");
    }

    private void storm(ExecutorService connections, URI address) {
        for (int n = 0; n < CONNECTIONS; n++) {
            connections.submit(() -> {
                try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
                    for (int from = next.getAndIncrement(); from < MESSAGES; from = next.getAndIncrement())
                        hand(client, address, from);
                }
                return null;
            });
        }
    }

    /** As a sender does it that sends again until it is answered with 2xx. */
    private void hand(HttpClient client, URI address, int message) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(message)))
                .build();
        while (true) {
            try {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                var number = NUMBER.matcher(answer.body());
                if (answer.statusCode() == 200 && number.find()) {
                    acknowledged.add(Long.parseLong(number.group(1)));
                    return;
                }
            } catch (IOException _) {
                failed.incrementAndGet();
            }
            Thread.sleep(50);
        }
    }

    private String body(int message) {
        var alerts = IntStream.range(message * IN_A_MESSAGE, (message + 1) * IN_A_MESSAGE)
                .mapToObj(n -> """
                        {"status": "firing", "fingerprint": "f%d", "startsAt": "%s", "labels": {"alertname": "Storm",
                         "severity": "critical", "instance": "host%d"}, "annotations": {"summary": "磁盘空间不足"}}""".formatted(n, began, n))
                .collect(Collectors.joining(","));
        return """
                {"version": "4", "groupKey": "storm", "status": "firing", "receiver": "qiao", "alerts": [%s]}""".formatted(alerts);
    }
}
