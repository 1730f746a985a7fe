package dev.qiao.signal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.Line;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Quarantine;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lines come in by each way, become patterns that outlive a restart, and are found by their words. */
@QiaoTest
class LogsTest {
    @Autowired
    Machine machine;

    @Autowired
    Patterns patterns;

    @Autowired
    Quarantine quarantine;

    @Autowired
    LogBook book;

    @Autowired
    MinerSql miners;

    @Autowired
    PatternSql patternSql;

    @Autowired
    LineSql lines;

    @Autowired
    Db db;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void linesOfTextBecomePatternsAndAreFoundByTheirWords() throws IOException {
        var source = machine.connect(Sender.LOGS);
        var word = Machine.unique("kühlturm").replace("-", "");
        var text = "2026-12-01 10:00:00 ERROR disk /dev/sda1 of " + word + " is 91% full\n"
                + "2026-12-01 10:00:01 ERROR disk /dev/sdb7 of " + word + " is 17% full\n\n"
                + "2026-12-01 10:00:02 INFO connection from 10.0.0.7 closed\n";
        http.with("Content-Encoding", "gzip")
                .send("POST", "/in/" + source.key(), "text/plain", zipped(text))
                .expect(200);
        workers.crank(clock.instant());
        var seen = all(source);
        assertThat(seen).extracting(Seen::lines).containsExactly(2L, 1L);
        assertThat(seen.getFirst().text()).contains("<*>").doesNotContain("ERROR");
        assertThat(seen.getFirst().examples()).hasSize(2);
        assertThat(patterns.search(word + " sda1", null, 10, Me.QIAO))
                .hasSize(1)
                .allSatisfy(found -> {
                    assertThat(found.level()).isEqualTo("error");
                    assertThat(found.pattern()).isEqualTo(seen.getFirst().id());
                });
        assertThat(patterns.search(word, machine.connect(Sender.LOGS).source().id(), 10, Me.QIAO))
                .isEmpty();
    }

    @Test
    void whatIsNotPackedAsItSaysIsKeptAside() {
        var source = machine.connect(Sender.LOGS);
        http.with("Content-Encoding", "gzip")
                .send("POST", "/in/" + source.key(), "text/plain", "no gzip".getBytes(StandardCharsets.UTF_8))
                .expect(200);
        workers.crank(clock.instant());
        assertThat(quarantine.aside(source.source().id(), 10, Me.QIAO)).hasSize(1);
    }

    @Test
    void openTelemetryIsReadInJson() throws IOException {
        var source = machine.connect(Sender.OTLP);
        var body = """
                {"resourceLogs": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "checkout"}}]},
                  "scopeLogs": [{"logRecords": [
                    {"timeUnixNano": "%d000000000", "severityNumber": 17, "body": {"stringValue": "payment 4711 failed"}},
                    {"body": {"kvlistValue": {"values": [{"key": "event", "value": {"stringValue": "cart emptied"}}]}}}]}]}]}
                """.formatted(clock.instant().getEpochSecond() - 60);
        var answer = http.with("Content-Encoding", "gzip")
                .send("POST", "/in/" + source.key() + "/v1/logs", "application/json", zipped(body))
                .expect(200);
        assertThat(answer.text()).isEqualTo("{}");
        workers.crank(clock.instant());
        var found =
                patterns.search("payment", source.source().id(), 10, Me.QIAO).getFirst();
        assertThat(found.origin()).isEqualTo("checkout");
        assertThat(found.level()).isEqualTo("error");
        assertThat(found.at()).isBefore(clock.instant());
        assertThat(patterns.search("emptied", source.source().id(), 10, Me.QIAO))
                .hasSize(1);
    }

    @Test
    void openTelemetryIsReadInProtobufAndToldHowManyWereTooMany() throws IOException {
        var source = machine.connect(Sender.OTLP);
        var body = request(IntStream.range(0, OtlpLogs.MOST + 5)
                .mapToObj(n -> "job " + n + " done")
                .toList());
        var answer = http.with("Content-Encoding", "gzip")
                .send("POST", "/in/" + source.key() + "/v1/logs", "application/x-protobuf", zipped(body));
        assertThat(answer.expect(200).response().headers().firstValue("content-type"))
                .hasValue("application/x-protobuf");
        var partial =
                ExportLogsServiceResponse.parseFrom(answer.response().body()).getPartialSuccess();
        assertThat(partial.getRejectedLogRecords()).isEqualTo(5);
        assertThat(partial.getErrorMessage()).isNotEmpty();
        workers.crank(clock.instant());
        assertThat(all(source)).extracting(Seen::lines).containsExactly((long) OtlpLogs.MOST);
    }

    @Test
    void whatOpenTelemetryCannotHaveSentIsRefusedForGoodAndShown() {
        var source = machine.connect(Sender.OTLP);
        var path = "/in/" + source.key() + "/v1/logs";
        http.send("POST", path, "application/json", "{".getBytes(StandardCharsets.UTF_8))
                .expect(400);
        http.send("POST", path, "application/x-protobuf", new byte[] {1, 2, 3}).expect(400);
        http.send("POST", path, "text/plain", new byte[] {1}).expect(415);
        http.post("/in/nobody/v1/logs", "{}").expect(401);
        workers.crank(clock.instant());
        assertThat(quarantine.aside(source.source().id(), 10, Me.QIAO)).hasSize(2);
    }

    @Test
    void anotherNodeGoesOnExactlyAndWhatWasUndoneIsUnlearned() {
        var source = machine.connect(Sender.LOGS).source().id();
        var one = book;
        var other = new LogBook(miners, patternSql, lines);
        var alone = new LogBook(miners, patternSql, lines);
        var same = machine.connect(Sender.LOGS).source().id();
        for (int batch = 0; batch < 12; batch++) {
            var written = batch(batch);
            var turn = batch % 3 == 0 ? other : one;
            if (batch == 7) db.rehearse(() -> one.write(source, batch(99), clock.instant()));
            db.transact(() -> turn.write(source, written, clock.instant()));
            db.transact(() -> alone.write(same, written, clock.instant()));
        }
        assertThat(patterns(source)).isEqualTo(patterns(same)).isNotEmpty();
        assertThat(patterns.hours(source, List.of(1L), Patterns.DAY, Me.QIAO, clock.instant())
                        .get(1L))
                .isEqualTo(patterns.hours(same, List.of(1L), Patterns.DAY, Me.QIAO, clock.instant())
                        .get(1L));
    }

    private List<String> patterns(long source) {
        return patterns.list(source, true, 100, Me.QIAO, clock.instant()).stream()
                .map(seen -> seen.id() + " " + seen.lines() + " " + seen.lately() + " " + seen.text())
                .sorted()
                .toList();
    }

    /** Users with names that are only learned to be values once there are enough. */
    private List<Line> batch(int number) {
        return IntStream.range(0, 40)
                .mapToObj(n -> "session of user" + (char) ('a' + (n * 7 + number) % 26) + "x ended after work")
                .map(text -> new Line(clock.instant(), "", "", text, true))
                .toList();
    }

    private List<Seen> all(Source.Issued source) {
        return patterns.list(source.source().id(), false, 100, Me.QIAO, clock.instant());
    }

    private static byte[] request(List<String> texts) {
        var scope = ScopeLogs.newBuilder();
        for (var text : texts)
            scope.addLogRecords(
                    LogRecord.newBuilder().setBody(AnyValue.newBuilder().setStringValue(text)));
        var resource = Resource.newBuilder()
                .addAttributes(KeyValue.newBuilder()
                        .setKey("host.name")
                        .setValue(AnyValue.newBuilder().setStringValue("db01")));
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder().setResource(resource).addScopeLogs(scope))
                .build()
                .toByteArray();
    }

    private static byte[] zipped(String text) throws IOException {
        return zipped(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
