package dev.qiao.signal;

import dev.qiao.Http;
import dev.qiao.Http.Answer;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The machines of a test: each test connects its own, under names that nobody else has. */
@Component
public class Machine {
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final Sources sources;
    private final Workers workers;
    private final InstantSource clock;
    private final ObjectProvider<Http> http;

    Machine(Sources sources, Workers workers, InstantSource clock, ObjectProvider<Http> http) {
        this.sources = sources;
        this.workers = workers;
        this.clock = clock;
        this.http = http;
    }

    /** A sender of this kind with a new key. */
    public Source.Issued connect(Sender kind) {
        var draft = SourceDraft.usual(kind.code() + " " + NEXT.getAndIncrement(), kind);
        return sources.create(draft, Me.QIAO, clock.instant());
    }

    /** A name that no other test uses. */
    public static String unique(String beginning) {
        return beginning + "-" + NEXT.getAndIncrement();
    }

    /** Hands in, and lets the desk do what follows. */
    public Answer say(Source.Issued source, String body) {
        var answer = hand(source, body.getBytes(StandardCharsets.UTF_8));
        workers.crank(clock.instant());
        return answer;
    }

    /** Hands in, and nothing is read yet. */
    public Answer hand(Source.Issued source, byte[] body) {
        return http.getObject().send("POST", "/in/" + source.key(), "application/json", body);
    }

    /** What a real one sent. */
    public static String fixture(String name) {
        try (var in = Machine.class.getResourceAsStream("/alerts/" + name)) {
            if (in == null) throw new IllegalStateException("no fixture " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Grafana signs. */
    public static String signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One group of Alertmanager with one alert in it. */
    public static String alertmanager(String status, String group, Map<String, String> labels, Instant began) {
        var written = labels.entrySet().stream()
                .map(label -> "\"%s\": \"%s\"".formatted(label.getKey(), label.getValue()))
                .collect(Collectors.joining(", "));
        return """
                {"version": "4", "groupKey": "%s", "status": "%s", "receiver": "qiao", "alerts": [
                  {"status": "%s", "labels": {%s}, "annotations": {"summary": "磁盘空间不足"},
                   "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "http://prom.example/g0"}]}
                """.formatted(group, status, status, written, began);
    }
}
