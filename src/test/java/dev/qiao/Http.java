package dev.qiao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the running desk. {@code http.as(token)} speaks the API; {@code http.browser()} keeps cookies and sends back the
 * forgery token of the last page it saw. Redirects are not followed, so that a test can look at them.
 */
public final class Http {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CSRF = Pattern.compile(
            "name=\"_?csrf\"[^>]*(?:value|content)=\"([^\"]+)\"|(?:value|content)=\"([^\"]+)\"[^>]*name=\"_?csrf\"");

    private final URI root;
    private final HttpClient client;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String csrf;

    private Http(URI root, HttpClient client) {
        this.root = root;
        this.client = client;
    }

    static Http of(Environment environment) {
        return at(URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")));
    }

    /** A client of a desk anywhere. */
    public static Http at(URI root) {
        return new Http(root, client().build());
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
    }

    /** The address of the desk, for a browser. */
    public URI root() {
        return root;
    }

    /** The same desk with this API token. */
    public Http as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same desk as somebody with a cookie jar of their own. */
    public Http browser() {
        return new Http(root, client().cookieHandler(new CookieManager()).build());
    }

    /** Comes in with this password; gives what was answered, which sets the cookies. */
    public Answer signIn(String login, String password) {
        get("/signin").expect(200);
        return form("/session", Map.of("login", login, "password", password));
    }

    /** The same, sending this header each time. */
    public Http with(String header, String value) {
        var other = new Http(root, client);
        other.headers.putAll(headers);
        other.headers.put(header, value);
        other.csrf = csrf;
        return other;
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    /** POST without a body. */
    public Answer post(String path) {
        return send("POST", path, null, null);
    }

    public Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    /** POST as a form in a page does it. */
    public Answer form(String path, Map<String, ?> fields) {
        return form("POST", path, fields);
    }

    /** The same with another method, as scripts of a page do it. */
    public Answer form(String method, String path, Map<String, ?> fields) {
        var all = new LinkedHashMap<String, Object>(fields);
        if (csrf != null) all.putIfAbsent("_csrf", csrf);
        var body = all.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(String.valueOf(e.getValue())))
                .collect(Collectors.joining("&"));
        return send(method, path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer json(String method, String path, Object body) {
        var bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        return send(method, path, "application/json", bytes);
    }

    /** Any bytes, for bad input. */
    public Answer send(String method, String path, @Nullable String type, byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (type != null) request.header("Content-Type", type);
        if (csrf != null && !method.equals("GET")) request.header("X-CSRF-TOKEN", csrf);
        try {
            var answer = new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
            seen(answer.text()).ifPresent(token -> csrf = token);
            Contract.hold(this, method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> seen(String page) {
        var match = CSRF.matcher(page);
        if (!match.find()) return Optional.empty();
        return Optional.of(match.group(1) == null ? match.group(2) : match.group(1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The header, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Itself, if the status is this one; else the test fails and shows the body. */
        public Answer expect(int status) {
            if (status() != status)
                throw new AssertionError("expected " + status + ", got " + status() + ": " + text());
            return this;
        }
    }
}
