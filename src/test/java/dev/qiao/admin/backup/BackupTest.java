package dev.qiao.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Refused;
import dev.qiao.base.Vault;
import dev.qiao.base.server.CannotServe;
import dev.qiao.base.server.Unfinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a backup and comes back out of it, and what is refused. */
class BackupTest {
    @TempDir
    static Path house;

    private static SmallDesk desk;
    private static Path whole;

    @TempDir
    Path temp;

    private Path target;

    @BeforeAll
    static void aDeskAndItsBackup() throws IOException {
        desk = SmallDesk.open(house.resolve("data")).furnish(1_000);
        whole = house.resolve("whole.zip");
        desk.backUp(whole);
    }

    @AfterAll
    static void theDeskIsClosed() {
        desk.close();
    }

    @BeforeEach
    void anEmptyPlace() {
        target = temp.resolve("target");
    }

    @Test
    void whatWasBackedUpComesBackEqual() throws Exception {
        restore(whole);
        try (var restored = SmallDesk.open(target)) {
            assertThat(restored.hashes()).isEqualTo(desk.hashes());
            assertThat(restored.ask("select count(*) from people.organization")).containsExactly("1000");
            assertThat(restored.ask("select nextval('ticket.number')")).containsExactly("10008");
            assertThat(restored.ask("select pg_get_indexdef(indexrelid) from pg_index order by 1"))
                    .isEqualTo(desk.ask("select pg_get_indexdef(indexrelid) from pg_index order by 1"));
            assertThat(restored.ask("select conname || pg_get_constraintdef(oid) from pg_constraint order by 1"))
                    .isEqualTo(desk.ask("select conname || pg_get_constraintdef(oid) from pg_constraint order by 1"));
        }
    }

    @Test
    void attachmentsAndKeysComeBackWithTheirRights() throws Exception {
        restore(whole);
        var vault = new Vault(target.resolve("files"));
        try (var files = Files.walk(desk.data.resolve("files")).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(20)
                    .allMatch(vault::sound);
        }
        assertThat(target.resolve("tls/key.pem")).hasContent("a key");
        assertThat(target.resolve("qiao.yaml")).hasContent("mail.from: desk@example.org");
        assertThat(target.resolve("seal.key")).hasSize(32);
        assertThat(target.resolve(Unfinished.MARK)).doesNotExist();
    }

    @Test
    void secretFilesStaySecret() throws Exception {
        var secret = desk.data.resolve("another.key");
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            restore(fresh());
            assertThat(Files.getPosixFilePermissions(target.resolve("another.key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void keysAreNowhereInTheFileWithoutThePassphrase() throws IOException {
        try (var zip = new java.util.zip.ZipFile(whole.toFile())) {
            assertThat(zip.stream().map(java.util.zip.ZipEntry::getName))
                    .contains("manifest.json", "SHA256SUMS", "keys.json", "tables/people.organization.copy")
                    .noneMatch(name -> name.contains("seal.key") || name.contains("qiao.yaml"));
        }
    }

    @Test
    void aWrongPassphraseOpensNothing() {
        refused(
                "admin.backup.wrong_passphrase",
                () -> Restoring.of(whole, "five words are not it".toCharArray(), SmallDesk.SILENT));
    }

    @Test
    void aShortPassphraseIsNotTaken() {
        var file = temp.resolve("short.zip");
        refused(
                "admin.backup.passphrase_short",
                () -> new Taking(desk.database, desk.settings)
                        .take(file, "short".toCharArray(), SmallDesk.NOW, SmallDesk.SILENT));
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aFlippedByteInAnyPartIsNoticedBeforeAnythingIsTouched() throws IOException {
        long last = 0;
        try (var zip = ZipFile.builder().setPath(whole).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                // An empty table is two bytes, of which six bits mean nothing.
                last = entry.getDataOffset() + (entry.getCompressedSize() < 8 ? 0 : entry.getCompressedSize() / 2);
                var broken = broken(last);
                assertThatThrownBy(() -> check(broken)).as(entry.getName()).isInstanceOf(Refused.class);
            }
        }
        var broken = broken(last);
        refused("admin.backup.damaged", () -> restore(broken));
        assertThat(target).doesNotExist();
    }

    private static void check(Path file) throws IOException {
        try (var archive = ArchiveReader.of(file)) {
            archive.check(SmallDesk.SILENT);
        }
    }

    private Path broken(long at) throws IOException {
        var bytes = Files.readAllBytes(whole);
        bytes[(int) at] ^= 0x10;
        return Files.write(temp.resolve("broken.zip"), bytes);
    }

    @Test
    void aTruncatedFileIsNoBackup() throws IOException {
        var bytes = Files.readAllBytes(whole);
        for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
            var cut = Files.write(temp.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, length));
            refused("admin.backup.no_archive", () -> restore(cut));
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void aPlaceThatIsNotEmptyIsLeftAsItIs() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("mine"), "mine");
        refused("admin.backup.not_empty", () -> restore(whole));
        assertThat(target.toFile().list()).containsExactly("mine");
    }

    @Test
    void aNameThatIsTakenIsNotWrittenOver() throws IOException {
        var file = Files.writeString(temp.resolve("mine.zip"), "mine");
        refused("admin.backup.taken", () -> desk.backUp(file));
        assertThat(file).hasContent("mine");
        assertThat(temp.toFile().list()).containsExactly("mine.zip");
    }

    @Test
    void aDamagedAttachmentIsTakenAlongAndTold() throws IOException {
        var name = "ab" + "0".repeat(62);
        var file = Files.writeString(
                Files.createDirectories(desk.data.resolve("files/ab")).resolve(name), "other");
        try {
            assertThat(desk.backUp(temp.resolve("told.zip")).damaged()).containsExactly(name);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aBackupOfANewerSchemaIsMadeButOnlyBroughtBackByAProgramThatKnowsIt() throws Exception {
        var history = "flyway.flyway_schema_history";
        desk.run("insert into " + history
                + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " values (9999, '20991231.0000', 'later', 'SQL', 'later', 'me', 1, true)");
        try {
            var newer = fresh();
            refused("admin.backup.newer_schema", () -> restore(newer));
            assertThat(target).doesNotExist();
        } finally {
            desk.run("delete from " + history + " where installed_rank = 9999");
        }
    }

    @Test
    void aRestoreThatWasBrokenOffIsNotOpenedAsADesk() throws IOException {
        Files.createDirectories(target);
        Unfinished.begin(target);
        assertThatThrownBy(() -> Unfinished.refuse(target))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("not whole");
        refused("admin.backup.not_empty", () -> restore(whole));
    }

    private Path fresh() {
        var file = temp.resolve("fresh.zip");
        desk.backUp(file);
        return file;
    }

    private Restoring.Restored restore(Path file) throws IOException, SQLException {
        try (var restoring = Restoring.of(file, SmallDesk.PASSPHRASE, SmallDesk.SILENT)) {
            return restoring.onto(target, Map.of());
        }
    }

    private static void refused(String key, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.problems().getFirst().key()).isEqualTo(key));
    }
}
