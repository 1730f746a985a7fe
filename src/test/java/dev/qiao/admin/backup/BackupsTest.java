package dev.qiao.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Health;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notice;
import dev.qiao.channel.Notices;
import dev.qiao.people.Crowd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** The backups that the desk takes itself. */
@QiaoTest
class BackupsTest {
    @Autowired
    Backups backups;

    @Autowired
    Plans plans;

    @Autowired
    BackupWorker worker;

    @Autowired
    BackupHealth health;

    @Autowired
    Notices notices;

    @Autowired
    Workers workers;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me admin;

    @BeforeEach
    void anAdministratorAndNothingUnderWay() {
        work(clock.instant());
        admin = cast.hire("admin");
    }

    @AfterEach
    void noPlanForOthers() throws IOException {
        plans.change(new Plan(null, 14), Me.QIAO, clock.instant());
        FileSystemUtils.deleteRecursively(backups.folder());
    }

    @Test
    void whatAnAdministratorOrdersIsTakenAndCanBeRead() throws IOException {
        long id = backups.order(admin, clock.instant());
        assertThatThrownBy(() -> backups.order(admin, clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.problems().getFirst().key()).isEqualTo("admin.backup.under_way"));
        assertThat(worker.work(clock.instant())).isEqualTo(1);

        var taken = newest();
        assertThat(taken.id()).isEqualTo(id);
        assertThat(taken.state()).isEqualTo(Backup.State.DONE);
        assertThat(taken.by()).isEqualTo(admin.id());
        assertThat(taken.rows()).isPositive();
        try (var archive = ArchiveReader.of(file(taken))) {
            archive.check(SmallDesk.SILENT);
        }
    }

    @Test
    void thePlanTakesOneADayFromItsHourOnAndClearsAwayTheOldest() {
        plans.change(new Plan(3, 2), admin, clock.instant());
        var night = clock.nextMonday().minus(Duration.ofHours(7));
        var files = new java.util.ArrayList<Path>();
        for (int day = 0; day < 3; day++) {
            var at = night.plus(Duration.ofDays(day));
            assertThat(work(at)).as("at two").isZero();
            assertThat(work(at.plus(Duration.ofHours(1))))
                    .as("at three: ordered, taken")
                    .isEqualTo(2);
            assertThat(work(at.plus(Duration.ofHours(5)))).as("again that day").isZero();
            assertThat(newest().by()).isZero();
            files.add(file(newest()));
        }
        assertThat(files.get(0)).doesNotExist();
        assertThat(files.get(1)).exists();
        assertThat(files.get(2)).exists();
        assertThat(health.look().state()).isEqualTo(Health.State.WELL);
    }

    private int work(java.time.Instant at) {
        int all = 0;
        for (int done = worker.work(at); done > 0; done = worker.work(at)) all += done;
        return all;
    }

    @Test
    void aFailureIsToldToAdministratorsAndStandsInTheHealthOfTheDesk() throws IOException {
        FileSystemUtils.deleteRecursively(backups.folder());
        Files.writeString(backups.folder(), "in the way");
        plans.change(new Plan(23, 2), admin, clock.instant());
        try {
            backups.order(admin, clock.instant());
            workers.crank(clock.instant());
        } finally {
            Files.delete(backups.folder());
        }
        assertThat(newest().state()).isEqualTo(Backup.State.FAILED);
        assertThat(newest().problem()).isEqualTo("admin.backup.not_written");
        assertThat(notices.of(admin, true, null, 10)).extracting(Notice::key).contains("channel.backup_failed");
        assertThat(notices.of(cast.hire("engineer"), true, null, 10)).isEmpty();
        assertThat(health.look().words()).isEqualTo("the last backup failed");
    }

    @Test
    void onlyAdministratorsHaveAnythingToDoWithBackups() {
        var manager = cast.hire("manager");
        assertThatThrownBy(() -> backups.order(manager, clock.instant())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> backups.list(null, 10, manager)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> plans.change(new Plan(1, 1), manager, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void programsOrderAndLookToo() {
        var token = http.as(cast.token(admin));
        var ordered = token.post("/api/v1/backups").expect(202).json();
        assertThat(ordered.get("state").asString()).isEqualTo("waiting");
        token.post("/api/v1/backups").expect(409);
        worker.work(clock.instant());
        var listed = token.get("/api/v1/backups?limit=1").expect(200).json().at("/items/0");
        assertThat(listed.get("id")).isEqualTo(ordered.get("id"));
        assertThat(listed.get("state").asString()).isEqualTo("done");
        assertThat(Path.of(listed.get("file").asString())).exists();
    }

    @Test
    void anAdministratorBacksUpWithOneClickAndSeesItDone() {
        var now = clock.instant();
        var person = crowd.withPassword(crowd.person(now, "admin"), now);
        try (var browser =
                Browser.desktop(http.root()).signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD)) {
            browser.open("/backups");
            browser.isAccessible().fits();
            browser.page().locator("form[action='/backups'] button").click();
            browser.page().locator("#backups .mark.is-planned").first().waitFor();
            worker.work(clock.instant());
            browser.page()
                    .locator("#backups tbody tr")
                    .first()
                    .locator(".mark.is-up")
                    .waitFor();
            browser.isAccessible().fits().shot("backups");
            browser.open("/backups/plan");
            browser.page().locator("[name=hour]").selectOption("4");
            browser.page().locator("[name=keep]").fill("0");
            browser.page().locator("button.is-primary").click();
            browser.page().getByText("留1到400份").waitFor();
            browser.page().locator("[name=keep]").fill("7");
            browser.isAccessible().fits().shot("backup-plan");
            browser.page().locator("button.is-primary").click();
            browser.page().waitForURL("**/backups");
        }
        assertThat(plans.plan()).isEqualTo(new Plan(4, 7));
    }

    private Backup newest() {
        return backups.list(null, 1, admin).getFirst();
    }

    private static Path file(Backup backup) {
        return Path.of(Objects.requireNonNull(backup.file()));
    }
}
