package dev.qiao.signal.probe;

import com.google.re2j.Pattern;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page. The JDK's client resolves names by itself, so that what it connects to could be another address than the one that was
 * found to be allowed; this speaks the little HTTP/1.1 that a probe needs over a {@link Wire}.
 */
final class HttpEye {
    private static final int MOST_STEPS = 5;
    private static final int MOST_HEAD = 32 * 1_024;
    private static final int MOST_BODY = 512 * 1_024;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private record Answer(
            int status,
            Map<String, String> headers,
            String body,
            @Nullable Instant certificateEnds) {}

    private HttpEye() {}

    /** Returns until when the certificate is good. */
    static @Nullable Instant look(ProbeDraft draft, Limit limit) throws IOException {
        var expected = draft.expected();
        var target = Target.url(draft.target());
        var first = target.host();
        Instant ends = null;
        for (int step = 0; step <= MOST_STEPS; step++) {
            var answer = ask(target, draft, limit);
            if (step == 0) ends = answer.certificateEnds();
            var location = answer.headers().get("location");
            boolean wanted = expected.status() != null && expected.status() == answer.status();
            if (wanted || location == null || !REDIRECTS.contains(answer.status())) {
                judge(answer, expected);
                return ends;
            }
            target = next(target, location);
            var host = target.host();
            if (!host.equalsIgnoreCase(first) && expected.hosts().stream().noneMatch(host::equalsIgnoreCase))
                throw new Failed("signal.probe_redirect", host);
        }
        throw new Failed("signal.probe_redirects", MOST_STEPS);
    }

    private static Target next(Target from, String location) throws Failed {
        try {
            return Target.url(URI.create(from.url()).resolve(location).toString());
        } catch (RuntimeException _) {
            throw new Failed("signal.probe_redirect", "?");
        }
    }

    private static void judge(Answer answer, Expected expected) throws Failed {
        int status = answer.status();
        boolean fits = expected.status() == null ? status / 100 == 2 : expected.status() == status;
        if (!fits) throw new Failed("signal.probe_status", Integer.toString(status));
        if (expected.content().isEmpty()) return;
        boolean found = expected.expression()
                ? Pattern.compile(expected.content()).matcher(answer.body()).find()
                : answer.body().contains(expected.content());
        if (!found) throw new Failed("signal.probe_content");
    }

    private static Answer ask(Target target, ProbeDraft draft, Limit limit) throws IOException {
        var expected = draft.expected();
        try (var wire = Wire.open(target.host(), target.port(), draft.inside(), limit)) {
            if (target.encrypted()) wire.encrypt(target.host(), target.port(), expected);
            var request =
                    "%s %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: Qiao-probe\r\nAccept: */*\r\nConnection: close\r\n\r\n"
                            .formatted(expected.method(), target.path(), target.authority());
            wire.socket().getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var in = new BufferedInputStream(wire.socket().getInputStream());
            var lines = head(in);
            var first = lines.getFirst().split(" ", 3);
            if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("\\d{3}"))
                throw new Failed("signal.probe_no_http");
            var headers = headers(lines);
            boolean read = !expected.content().isEmpty() && expected.method().equals("GET");
            return new Answer(
                    Integer.parseInt(first[1]), headers, read ? body(in, headers) : "", wire.certificateEnds());
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int row = 0;
        while (row < 2) {
            int next = in.read();
            if (next < 0 || head.size() > MOST_HEAD) throw new Failed("signal.probe_no_http");
            if (next == '\n') row++;
            else if (next != '\r') row = 0;
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static Map<String, String> headers(List<String> lines) {
        var headers = new HashMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0)
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Its first half megabyte. */
    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) return new String(in.readNBytes(length(headers)), StandardCharsets.UTF_8);
        var body = new ByteArrayOutputStream();
        while (body.size() < MOST_BODY) {
            int size = size(line(in));
            if (size == 0) break;
            body.write(in.readNBytes(Math.min(size, MOST_BODY - body.size())));
            line(in);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static int length(Map<String, String> headers) {
        var given = headers.getOrDefault("content-length", "");
        return given.matches("\\d{1,9}") ? Math.min(MOST_BODY, Integer.parseInt(given)) : MOST_BODY;
    }

    private static int size(String line) throws Failed {
        var size = line.split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1,7}")) throw new Failed("signal.probe_no_http");
        return Integer.parseInt(size, 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n' && line.length() < 100; next = in.read())
            line.append((char) next);
        return line.toString().strip();
    }
}
