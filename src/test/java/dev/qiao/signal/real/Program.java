package dev.qiao.signal.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The desk as a program of its own, over a data folder, which can be killed at any moment. */
@SuppressWarnings("try") // waits for its end
public final class Program implements AutoCloseable {
    private final Path data;
    private final Process process;
    /** Where it serves. */
    public final URI root;

    private Program(Path data, Process process, URI root) {
        this.data = data;
        this.process = process;
        this.root = root;
    }

    static Program start(Path data, int port) throws Exception {
        return start(data, port, Map.of());
    }

    /** Waits until it serves, with these settings. */
    public static Program start(Path data, int port, Map<String, String> settings) throws Exception {
        var log = data.resolveSibling("program.log").toFile();
        var command =
                command(data, "--port", Integer.toString(port)).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        command.environment().putAll(settings);
        var process = command.start();
        var program = new Program(data, process, URI.create("http://127.0.0.1:" + port));
        Part.until("the desk serves; see " + log, () -> {
            if (!process.isAlive()) throw new AssertionError(Files.readString(log.toPath()));
            return program.ready();
        });
        return program;
    }

    private boolean ready() throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(root.resolve("/health/ready")).build();
            return client.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** Runs a command over the same folder to its good end, and returns what it said. */
    public static String say(Path data, String... words) throws IOException, InterruptedException {
        return tell(data, "", words);
    }

    /** The same, where it is told this on its standard input. */
    public static String tell(Path data, String input, String... words) throws IOException, InterruptedException {
        var process =
                command(data, words).redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (var to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static ProcessBuilder command(Path data, String... words) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var all = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx400m", "-cp"));
        all.addAll(List.of(System.getProperty("java.class.path"), "dev.qiao.Qiao"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(all).redirectErrorStream(true).redirectInput(new java.io.File("/dev/null"));
    }

    /** As {@code kill -9} does: nothing is tidied up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The database as well. */
    void killAll() throws IOException, InterruptedException {
        long server = Long.parseLong(pid().getFirst().strip());
        kill();
        ProcessHandle.of(server).ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }

    private List<String> pid() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }

    /** What the database says: the first column of each row. */
    public List<String> ask(String sql) throws IOException, SQLException {
        var password = Files.readAllLines(data.resolve("server.passwords")).getFirst();
        var url = "jdbc:postgresql://127.0.0.1:" + pid().get(3).strip() + "/qiao";
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var rows = connection.createStatement().executeQuery(sql)) {
            var said = new ArrayList<String>();
            while (rows.next()) said.add(rows.getString(1));
            return said;
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) killAll();
    }
}
