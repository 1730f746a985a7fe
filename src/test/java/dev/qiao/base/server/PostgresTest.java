package dev.qiao.base.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, on folders and processes of its own. */
class PostgresTest {
    @TempDir
    Path temp;

    Path data;

    @BeforeEach
    void aDataFolder() throws IOException {
        data = temp.toRealPath();
    }

    @AfterEach
    void leavesNoServerBehind() {
        running().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void aKilledServerIsStartedAgainAndForgetsNothing() throws SQLException {
        try (var postgres = Postgres.on(data)) {
            run(postgres, "create table kept as select 42 as answer");
            var first = running().orElseThrow();
            first.destroyForcibly();
            first.onExit().join();
            await(() -> running().filter(now -> now.pid() != first.pid()).isPresent() && postgres.up());
            assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void aServerLeftByAKilledProgramIsAdopted() throws IOException {
        var program = program();
        var server = running().orElseThrow();
        program.destroyForcibly().onExit().join();
        assertThat(server.isAlive()).isTrue();

        try (var postgres = Postgres.on(data)) {
            assertThat(postgres.up()).isTrue();
            assertThat(running().orElseThrow().pid()).isEqualTo(server.pid());
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void whenProgramAndServerAreKilledTogetherTheNextStartRecovers() throws IOException, SQLException {
        var program = program();
        var server = running().orElseThrow();
        program.destroyForcibly();
        server.destroyForcibly();
        program.onExit().join();

        try (var postgres = Postgres.on(data)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aStrangerWithTheNumberOfADeadServerIsNeverSignalled() throws IOException, SQLException {
        Postgres.on(data).close();
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            var stale = List.of(
                    Long.toString(stranger.pid()),
                    folder().toString(),
                    "1700000000",
                    "5432",
                    "",
                    "127.0.0.1",
                    "",
                    "ready");
            Files.write(folder().resolve("postmaster.pid"), stale);

            try (var postgres = Postgres.on(data)) {
                assertThat(ask(postgres, "select 1")).isEqualTo("1");
                assertThat(running().orElseThrow().pid()).isNotEqualTo(stranger.pid());
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void theLastProgramOnAFolderStopsItsServer() throws IOException {
        var other = program();
        var postgres = Postgres.on(data);
        var server = running().orElseThrow();
        other.getOutputStream().close();
        other.onExit().join();
        assertThat(server.isAlive()).isTrue();

        postgres.close();
        assertThat(running()).isEmpty();
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> Postgres.on(data))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("PostgreSQL 16")
                .hasMessageContaining("left untouched");
        assertThat(data.toFile().list()).containsExactly("postgres");
    }

    @Test
    void aDatabaseWithoutItsPasswordsIsRefusedInWords() throws IOException {
        Postgres.on(data).close();
        Files.delete(data.resolve("server.passwords"));
        assertThatThrownBy(() -> Postgres.on(data))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("server.passwords");
    }

    @Test
    void aServerThatCouldForgetWhatItAcknowledgedIsRefused() {
        try (var postgres = Postgres.on(data)) {
            var forgetful = new MovingSource(postgres::port);
            forgetful.setURL("jdbc:postgresql://127.0.0.1/qiao");
            forgetful.setUser(Household.APP);
            forgetful.setPassword(postgres.passwords().app());
            forgetful.setOptions("-c synchronous_commit=off");
            assertThatThrownBy(() -> Durability.prove(forgetful))
                    .isInstanceOf(CannotServe.class)
                    .hasMessageContaining("synchronous_commit");
        }
    }

    @Test
    void nobodyGetsInWithoutAPassword() {
        try (var postgres = Postgres.on(data)) {
            var nobody = new MovingSource(postgres::port);
            nobody.setURL("jdbc:postgresql://127.0.0.1/qiao");
            nobody.setUser("postgres");
            nobody.setPassword("postgres");
            assertThatThrownBy(nobody::getConnection).hasMessageContaining("authentication failed");
        }
    }

    /** Another program on the same folder, which leaves when its input ends. */
    static final class OtherProgram {
        static void main(String[] folder) throws IOException {
            try (var _ = Postgres.on(Path.of(folder[0]))) {
                System.out.println("open");
                while (System.in.read() >= 0) Thread.onSpinWait();
            }
        }
    }

    private Process program() throws IOException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = program.inputReader().readLine();
        assertThat(said).isEqualTo("open");
        return program;
    }

    private Path folder() {
        return data.resolve("postgres");
    }

    private java.util.Optional<ProcessHandle> running() {
        return Postmaster.of(folder()).flatMap(Postmaster::process);
    }

    private static String ask(Postgres postgres, String query) throws SQLException {
        try (var connection = new Database.Embedded(postgres).owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Postgres postgres, String command) throws SQLException {
        try (var connection = new Database.Embedded(postgres).owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting in vain").isLessThan(deadline);
            Cluster.pause(20);
        }
    }
}
