package dev.qiao.ticket.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Vault;
import dev.qiao.base.Vault.Stored;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class FileSweepTest {
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Db db;

    @TempDir
    Path folder;

    Vault vault;
    FileSweep sweep;

    @BeforeEach
    void aVaultOfOurOwn() {
        vault = new Vault(folder);
        sweep = new FileSweep(db, vault);
    }

    @Test
    void whatNoRowNamesForAMonthIsTakenAwayAndWhatOneNamesStays() throws IOException {
        var wanted = put("wanted");
        row(wanted);
        var unwanted = put("unwanted");
        var young = put("young");
        age(wanted, 31);
        age(unwanted, 31);
        age(young, 29);
        aDay(NOON);
        assertThat(vault.sound(unwanted.sha256())).isFalse();
        assertThat(vault.sound(wanted.sha256())).isTrue();
        assertThat(vault.sound(young.sha256())).isTrue();
    }

    @Test
    void soonAfterAStartNothingIsTakenAway() throws IOException {
        var unwanted = put("unwanted");
        age(unwanted, 31);
        for (int i = 0; i < 11 * 12; i++) sweep.work(NOON.plus(Duration.ofMinutes(5L * i)));
        assertThat(vault.sound(unwanted.sha256())).isTrue();
    }

    @Test
    void whatIsPutInAgainWhileItIsLookedForStays() throws IOException {
        var again = put("again");
        age(again, 31);
        int part = Integer.parseInt(again.sha256().substring(0, 2), 16);
        var asked = new HashSet<String>();
        int dropped = vault.drop(part, FileSweep.LAIN, files -> {
            asked.addAll(files);
            put("again");
            return new HashSet<>();
        });
        assertThat(asked).containsExactly(again.sha256());
        assertThat(dropped).isZero();
        assertThat(vault.sound(again.sha256())).isTrue();
    }

    @Test
    void whatWasMovedAsideBySomebodyWhoDiedIsSettled() throws IOException {
        var wanted = put("wanted aside");
        row(wanted);
        var unwanted = put("unwanted aside");
        aside(wanted);
        aside(unwanted);
        aDay(NOON);
        assertThat(vault.sound(wanted.sha256())).isTrue();
        assertThat(place(unwanted).resolveSibling("leaving-" + unwanted.sha256()))
                .doesNotExist();
    }

    private void aDay(Instant from) {
        for (int i = 0; i < 12 * 12 + 260; i++) sweep.work(from.plus(Duration.ofMinutes(5L * i)));
    }

    private Stored put(String text) {
        return vault.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100);
    }

    private void row(Stored stored) {
        db.sql("""
                insert into ticket.attachment (id, audience, name, type, bytes, sha256, at, by_id)
                values (:id, 'public', 'a.txt', 'text/plain', :bytes, :sha256, :at, :by)
                """)
                .bind("id", UUID.randomUUID())
                .bind("bytes", stored.bytes())
                .bind("sha256", stored.sha256())
                .bind("at", NOON)
                .bind("by", cast.hire("requester").id())
                .update();
    }

    private void age(Stored stored, int days) throws IOException {
        var file = place(stored);
        var was = Files.getLastModifiedTime(file).toInstant();
        Files.setLastModifiedTime(file, FileTime.from(was.minus(Duration.ofDays(days))));
    }

    private void aside(Stored stored) throws IOException {
        var file = place(stored);
        Files.move(file, file.resolveSibling("leaving-" + stored.sha256()));
    }

    private Path place(Stored stored) {
        return folder.resolve(stored.sha256().substring(0, 2)).resolve(stored.sha256());
    }
}
