package dev.qiao.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ten thousand alerts of one fault, handed in on 16 connections as Alertmanager does, while an engineer works on. */
final class Storm {
    private static final int ALERTS = 10_000;
    private static final int IN_A_MESSAGE = 10;
    private static final int CONNECTIONS = 16;
    private static final int WARM = 3_000;
    private static final int WARM_PAGES = 100;
    private static final int PER_SECOND = 5_000;

    private final Desk desk;
    private final Fixture fixture;
    private final String path;
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private double speed;

    private Storm(Desk desk, Fixture fixture, String path) {
        this.desk = desk;
        this.fixture = fixture;
        this.path = path;
    }

    static Storm measure(Desk desk, Fixture fixture, Path data) throws Exception {
        var storm = new Storm(desk, fixture, connected("alertmanager", data));
        storm.hand("warm", WARM, new AtomicInteger());
        storm.gathered("warm", WARM);
        storm.measure();
        return storm;
    }

    /** The same messages, one in a transaction, by pgbench; with no desk beside it. */
    void compare() throws Exception {
        var body = HexFormat.of().formatHex(message("storm", 0).getBytes(StandardCharsets.UTF_8));
        var source = fixture.owner()
                .queryForObject("select max(id) from signal.source where name = 'bench alertmanager'", Long.class);
        var variables = Map.of("source", String.valueOf(source), "body", body);
        double theirs = new Pgbench(fixture, "bin/bench-message.sql", variables).perSecond(CONNECTIONS) * IN_A_MESSAGE;
        Table.speed("alerts, stored", speed, theirs, CONNECTIONS, 1);
    }

    private void measure() throws Exception {
        var pages = new ArrayList<Double>();
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var engineer = new Wire(
                        desk.port(), fixture.staff().engineers().getFirst().browser())) {
            for (int n = 0; n < WARM_PAGES; n++) page(engineer);
            long start = System.nanoTime();
            var handing = threads.submit((Callable<@Nullable Void>) () -> {
                hand("storm", ALERTS, next);
                return null;
            });
            while (!handing.isDone()) pages.add(page(engineer));
            handing.get();
            double accepted = (System.nanoTime() - start) / 1e9;
            while (counted("storm") < ALERTS) {
                pages.add(page(engineer));
                Thread.sleep(20);
            }
            told(accepted, (System.nanoTime() - start) / 1e9, pages);
        }
    }

    private void told(double accepted, double gathered, List<Double> pages) {
        speed = ALERTS / accepted;
        Table.row(
                "alerts",
                "%.0f/s accepted and durable, 10 in a message, 16 connections".formatted(speed),
                "≥ %,d/s".formatted(PER_SECOND),
                speed / PER_SECOND);
        double p99 = Table.percentile(pages.stream().mapToDouble(t -> t).toArray(), 99);
        var incidents = fixture.owner().queryForObject("""
                select count(distinct incident_id) from signal.alert where group_key = (select group_key from signal.alert
                  where labels ->> 'alertname' = 'storm' limit 1)
                """, Long.class);
        Table.row(
                "storm",
                "%,d alerts in %d incident after %.1f s; the queue meanwhile p99 %.1f ms"
                        .formatted(ALERTS, incidents, gathered, p99),
                "one incident; the desk ≤ 100 ms",
                p99 / 100);
    }

    private void hand(String name, int alerts, AtomicInteger next) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<@Nullable Void>>();
            for (int n = 0; n < CONNECTIONS; n++) {
                all.add(threads.submit((Callable<@Nullable Void>) () -> {
                    try (var wire = new Wire(desk.port(), "")) {
                        for (int from = next.getAndAdd(IN_A_MESSAGE);
                                from < alerts;
                                from = next.getAndAdd(IN_A_MESSAGE))
                            wire.post(path, "", message(name, from)).must(200);
                    }
                    return null;
                }));
            }
            for (var each : all) each.get();
        }
    }

    private String message(String name, int from) {
        var alerts = IntStream.range(from, from + IN_A_MESSAGE)
                .mapToObj(n -> """
                        {"status": "firing", "fingerprint": "%s%d", "startsAt": "%s", "labels": {"alertname": "%s", "severity": "critical",
                         "instance": "host%d:9100", "cluster": "prod"}, "annotations": {"summary": "磁盘空间不足"}}""".formatted(name, n, began, name, n))
                .collect(Collectors.joining(","));
        return """
                {"version": "4", "groupKey": "%s", "status": "firing", "receiver": "qiao", "alerts": [%s]}""".formatted(name, alerts);
    }

    private void gathered(String name, int alerts) throws InterruptedException {
        while (counted(name) < alerts) Thread.sleep(50);
    }

    private long counted(String name) {
        var count = fixture.owner().queryForObject("""
                select coalesce(max(i.alerts), 0) from signal.incident i where i.ticket in (
                  select i2.ticket from signal.incident i2 join signal.alert a on a.incident_id = i2.id
                   where a.labels ->> 'alertname' = ? limit 1)
                """, Long.class, name);
        return count == null ? 0 : count;
    }

    /** As an administrator connects it. */
    static String connected(String kind, Path data) throws IOException, InterruptedException {
        var made = new ProcessBuilder(
                        "bin/qiao",
                        "source",
                        "create",
                        "--kind",
                        kind,
                        "--name",
                        "bench " + kind,
                        "--data",
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        made.waitFor();
        int at = said.indexOf("/in/");
        if (at < 0) throw new IllegalStateException("no source was made: " + said);
        return said.substring(at).lines().findFirst().orElseThrow();
    }

    private static double page(Wire engineer) throws IOException {
        long began = System.nanoTime();
        engineer.get("/tickets").must(200);
        return (System.nanoTime() - began) / 1e6;
    }
}
