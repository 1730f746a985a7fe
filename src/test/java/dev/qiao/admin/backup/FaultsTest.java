package dev.qiao.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, which is killed, has no space, or meets another database. */
class FaultsTest {
    @TempDir
    static Path house;

    private static SmallDesk desk;

    @TempDir
    Path temp;

    private Path target;

    private record Said(int code, String text) {}

    @BeforeAll
    static void aDesk() throws IOException {
        desk = SmallDesk.open(house.resolve("data")).furnish(100);
        var large = new byte[2_000_000];
        new Random(1).nextBytes(large);
        Files.write(desk.data.resolve("large.log"), large);
        new dev.qiao.base.Vault(desk.data.resolve("files")).put(new java.io.ByteArrayInputStream(large), 3_000_000);
    }

    @AfterAll
    static void theDeskIsClosed() {
        desk.close();
    }

    @BeforeEach
    void anEmptyPlace() {
        target = temp.resolve("backup.zip");
    }

    @Test
    void besideAServingDeskTheCommandTellsWhatItTookAndWhatItLeftOut() throws Exception {
        var said = said(command("", "backup", target.toString()));
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("rows, 21 attachments", "read again", "LEFT OUT", "large.log")
                .contains("taking: ", "checking: ")
                .doesNotContain("INFO");
        assertThat(desk.ask("select 1")).containsExactly("1");

        var place = temp.resolve("place");
        var back = said(program("", place, "restore", target.toString()));
        assertThat(back.code()).as(back.text()).isZero();
        assertThat(back.text())
                .contains("bringing back: ", "are back in " + place, "ok    journal.chain", "everything holds");
        assertThat(place.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aFullDiskLeavesNothingBehind() throws Exception {
        var said = said(command("ulimit -f 1000; ", "backup", target.toString()));
        assertThat(said.code()).as(said.text()).isEqualTo(1);
        assertThat(said.text()).contains("could not be written").doesNotContain("\tat ");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aKillInTheMiddleLeavesNoBackupAndTheNextOneSweepsUp() throws Exception {
        try (var holding = desk.database.owner().getConnection();
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table people.organization in access exclusive mode");
            var killed = command("", "backup", target.toString()).start();
            until(() -> files().size() == 1);
            killed.destroyForcibly().waitFor();
            assertThat(files()).hasSize(1).allMatch(name -> name.endsWith(".part"));
            holding.rollback();
        }
        desk.backUp(target);
        assertThat(files()).containsExactly("backup.zip");
    }

    @Test
    void withoutAPassphraseThatCanBeAskedForNothingIsDone() throws Exception {
        var command = command("", "backup", target.toString());
        command.environment().remove("QIAO_PASSPHRASE");
        var said = said(command);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("QIAO_PASSPHRASE");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void anOlderBackupIsBroughtForward() throws Exception {
        var before = Files.createDirectories(temp.resolve("old"));
        try (var old = SmallDesk.open(before)) {
            Migrations.flyway(old.database, "20261121.1250").migrate();
            old.run("insert into people.organization (code, name, vip) values ('old', 'Old', true)");
            old.backUp(target);
        }
        var place = temp.resolve("place");
        try (var restoring = Restoring.of(target, SmallDesk.PASSPHRASE, SmallDesk.SILENT)) {
            assertThat(restoring.onto(place, Map.of()).version()).isEqualTo("20261121.1250");
        }
        try (var restored = SmallDesk.open(place)) {
            assertThat(restored.ask("select name from people.organization")).containsExactly("Old");
            assertThat(restored.ask("select to_regclass('admin.backup')")).containsExactly("admin.backup");
        }
    }

    @Test
    void aDatabaseElsewhereIsFilledWhenItIsEmptyAndLeftAloneWhenNot() throws Exception {
        desk.backUp(target);
        var place = temp.resolve("place");
        try (var restoring = Restoring.of(target, SmallDesk.PASSPHRASE, SmallDesk.SILENT)) {
            assertThatThrownBy(() -> restoring.onto(place, elsewhere("qiao")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            no -> assertThat(no.problems().getFirst().key())
                                    .isEqualTo("admin.backup.database_not_empty"));
            assertThat(place).doesNotExist();
            assertThat(desk.ask("select count(*) from people.organization")).containsExactly("100");

            try (var server = superuser("postgres");
                    var statement = server.createStatement()) {
                statement.execute("create database other owner qiao_owner");
            }
            restoring.onto(place, elsewhere("other"));
        }
        assertThat(place.resolve("postgres")).doesNotExist();
        try (var other = superuser("other");
                var statement = other.createStatement();
                var rows = statement.executeQuery("select count(*) from people.organization")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(100);
        }
    }

    private static Map<String, String> elsewhere(String database) throws IOException {
        var passwords = Files.readAllLines(desk.data.resolve("server.passwords"));
        var url = "postgresql://%s:%s@127.0.0.1:" + port() + "/" + database;
        return Map.of(
                "QIAO_DATABASE_OWNER_URL", url.formatted("qiao_owner", passwords.get(1)),
                "QIAO_DATABASE_URL", url.formatted("qiao_app", passwords.get(2)));
    }

    private static java.sql.Connection superuser(String database) throws IOException, SQLException {
        var passwords = Files.readAllLines(desk.data.resolve("server.passwords"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/" + database, "postgres", passwords.getFirst());
    }

    private static String port() throws IOException {
        return Files.readAllLines(desk.data.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
    }

    private static ProcessBuilder command(String before, String... words) {
        return program(before, desk.data, words);
    }

    private static ProcessBuilder program(String before, Path data, String... words) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var all = new java.util.ArrayList<>(List.of("sh", "-c", before + "exec \"$@\"", "sh", java));
        all.addAll(
                List.of("-XX:-UsePerfData", "-Xmx400m", "-cp", System.getProperty("java.class.path"), "dev.qiao.Qiao"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        var builder = new ProcessBuilder(all).redirectErrorStream(true).redirectInput(new java.io.File("/dev/null"));
        builder.environment().put("QIAO_PASSPHRASE", new String(SmallDesk.PASSPHRASE));
        builder.environment().put("LC_ALL", "en_US.UTF-8");
        return builder;
    }

    private static Said said(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.start();
        var text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private List<String> files() {
        return List.of(java.util.Objects.requireNonNull(temp.toFile().list()));
    }

    private static void until(java.util.function.BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting in vain").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
