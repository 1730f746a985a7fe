package dev.qiao.admin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Weight.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IntakeTest extends Intaking {
    @Test
    void aRealLogComesOutWithItsTrueFiguresAndIsNotTakenTwice() throws IOException {
        var first = run(LOG, null, () -> false);
        assertThat(first.tickets()).isEqualTo(24);
        assertThat(first.rejected()).isZero();
        var again = run(LOG, null, () -> false);
        assertThat(again.tickets()).isZero();
        assertThat(again.here()).isEqualTo(24);
        assertThat(figures("servicenow"))
                .containsEntry("incidents", "24")
                .containsEntry("rows", "183")
                .containsEntry("reassignments", "18")
                .containsEntry("said_reassignments", "18")
                .containsEntry("reopenings", "5")
                .containsEntry("reopenings_differing", "0")
                .containsEntry("resolved_known", "22")
                .containsEntry("resolved_unknown", "2")
                .containsEntry("opened_to_resolved_median_hours", "76.71")
                .containsEntry("opened_to_closed_median_hours", "184.1")
                .containsEntry("step_waiting_to_resolved", "8")
                .containsEntry("step_on_hold_to_resolved", "6")
                .containsEntry("step_closed_to_working", "2")
                .containsEntry("step_unresolved_to_closed", "2");
        assertThat(verification.checks().stream()
                        .filter(c -> c.name().startsWith("ticket") || c.name().startsWith("sla"))
                        .filter(c -> !c.name().equals("ticket.open_work_is_with_who_is_here")))
                .allSatisfy(
                        check -> assertThat(check.problems()).as(check.name()).isEmpty());
    }

    @Test
    void whatIsStoppedGoesOnWhereItStopped() throws IOException {
        var mapping =
                mapping("source=stopped\ncolumns.ref=no\ncolumns.at=at\ncolumns.opened_at=opened\ncolumns.state=state\n"
                        + "dates=yyyy-MM-dd HH:mm\n");
        var rows = new StringBuilder("no,at,opened,state\n");
        for (int i = 0; i < 1_200; i++) {
            rows.append(i).append(",2016-03-01 09:00,2016-03-01 09:00,waiting\n");
            rows.append(i).append(",2016-03-01 10:00,2016-03-01 09:00,closed\n");
        }
        var file = file(rows.toString());
        var asked = new AtomicInteger();
        var stopped = run(file, mapping, () -> asked.incrementAndGet() == 2);
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.tickets()).isBetween(1, 1_199);
        var rest = run(file, mapping, () -> false);
        assertThat(rest.stopped()).isFalse();
        assertThat(rest.tickets() + rest.here()).isEqualTo(1_200);
        assertThat(figures("stopped"))
                .containsEntry("incidents", "1200")
                .containsEntry("step_unresolved_to_closed", "1200");
    }

    @Test
    void whatCannotBeTakenIsKeptWithItsLineAndItsReason() throws IOException {
        var file = file("""
                编号,提交时间,状态,标题,优先级
                A1,2016-03-01 09:00,已解决,打印机卡纸,紧急
                A2,昨天,已解决,打印机卡纸,紧急
                A3,2016-03-01 09:00,弄好了,打印机卡纸,紧急
                A4,2016-03-01 09:00
                "A5,2016-03-01 09:00,已解决,打印机卡纸,紧急
                """);
        var outcome = run(file, null, () -> false);
        assertThat(outcome.tickets()).isEqualTo(1);
        assertThat(outcome.rejected()).isEqualTo(4);
        assertThat(Files.readAllLines(outcome.rejects()))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("3,") && line.contains("昨天"))
                .anyMatch(line -> line.startsWith("4,") && line.contains("弄好了"))
                .anyMatch(line -> line.startsWith("5,") && line.contains("2 fields"))
                .anyMatch(line -> line.startsWith("6,") && line.contains("never closed"));
    }

    @Test
    void whatTheDeskRefusesTakesNothingElseWithIt() throws IOException {
        var mapping = mapping("source=refused\ncolumns.ref=no\ncolumns.opened_at=opened\ncolumns.description=text\n"
                + "columns.requester=who\ncolumns.team=team\ncolumns.category=what\ndates=yyyy-MM-dd\n");
        var file = file("""
                no,opened,text,who,team,what
                1,2016-03-01,good,王一,前台,打印
                2,2016-03-01,%s,王二,前台,打印
                3,2016-03-01,good,"王
                三",前台,打印
                4,2016-03-01,good,王四,"前台
                二",网络
                5,2999-03-01,good,王五,前台,打印
                6,2016-03-01,good,王六,后台,网络
                """.formatted("长".repeat(50_001)));
        var order = new Order(file, mapping.toString(), ZONE, null, true, folder.resolve("dry"));
        var dry = intake.run(order, _ -> {}, () -> false, english(), clock.instant());
        assertThat(histories.known("refused", List.of("1", "6"))).isEmpty();
        long last = number("select nextval('ticket.number') as n");
        assertThat(intake.run(order, _ -> {}, () -> false, english(), clock.instant()))
                .isEqualTo(dry);
        assertThat(number("select nextval('ticket.number') as n")).isEqualTo(last + 1);
        var outcome = run(file, mapping, () -> false);
        assertThat(outcome.tickets()).isEqualTo(2).isEqualTo(dry.tickets());
        assertThat(outcome.rejected()).isEqualTo(4).isEqualTo(dry.rejected());
        assertThat(outcome.reasons()).isEqualTo(dry.reasons());
        assertThat(Files.readString(outcome.rejects())).isEqualTo(Files.readString(dry.rejects()));
        assertThat(Files.readAllLines(outcome.rejects()))
                .anyMatch(line -> line.startsWith("3,") && line.contains("50001 characters"))
                .anyMatch(line -> line.startsWith("4,") && line.contains("name"))
                .anyMatch(line -> line.startsWith("6,") && line.contains("name"))
                .anyMatch(line -> line.startsWith("8,") && line.contains("2999-03-01"));
        assertThat(histories.known("refused", List.of("1", "2", "3", "4", "5", "6")))
                .containsExactlyInAnyOrder("1", "6");
        assertThat(number("select count(*) as n from ticket.imported where source = 'refused' and not goes_live"))
                .isEqualTo(2);
        assertThat(db.sql("select word from admin.known where source = 'refused' and kind in ('person', 'category')")
                        .list(row -> row.text("word")))
                .containsExactlyInAnyOrder("?", "王一", "王六", "打印", "网络");
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        var mapping = mapping("source=dry\ncolumns.ref=no\ncolumns.opened_at=opened\ndates=yyyy-MM-dd\n");
        var file = file("no,opened\n1,2016-03-01\n2,2016-03-02\n");
        var order = new Order(file, mapping.toString(), ZONE, null, true, folder.resolve("rejects"));
        var outcome = intake.run(order, _ -> {}, () -> false, english(), clock.instant());
        assertThat(outcome.tickets()).isEqualTo(2);
        assertThat(histories.known("dry", List.of("1", "2"))).isEmpty();
    }

    @Test
    void whatIsStillOpenGoesLive() throws IOException {
        var opened = clock.instant().minus(Duration.ofHours(2)).atZone(ZONE);
        var mapping = mapping("source=open\ncolumns.ref=no\ncolumns.opened_at=opened\ncolumns.title=what\n"
                + "columns.priority=how\nwords.priority.high=important\ndates=yyyy-MM-dd'T'HH:mm\n");
        run(file("no,opened,what,how\n1," + opened.toLocalDateTime() + ",打印机,high\n"), mapping, () -> false);
        var ticket = only("open");
        assertThat(ticket.stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(ticket.weight().priority()).isEqualTo(Priority.IMPORTANT);
        assertThat(ticket.weight().reason()).isEqualTo("high");
        assertThat(ticket.times().dueAt()).isEqualTo(ticket.times().openedAt().plus(Duration.ofHours(2)));
    }

    @Test
    void whatStillWaitsIsToldToBeLiveOnceHoweverOftenTheFileIsTaken() throws IOException {
        var mapping =
                mapping("source=waiting\ncolumns.ref=no\ncolumns.at=at\ncolumns.opened_at=opened\ncolumns.state=state\n"
                        + "dates=yyyy-MM-dd HH:mm\n");
        var file = file("""
                no,at,opened,state
                1,2016-03-01 09:00,2016-03-01 09:00,waiting
                2,2016-03-01 09:00,2016-03-01 09:00,waiting
                2,2016-03-01 10:00,2016-03-01 09:00,closed
                """);
        run(file, mapping, () -> false);
        run(file, mapping, () -> false);
        var live = db.sql("""
                select i.ref, e.origin from journal.entry e join ticket.imported i on i.number = e.subject
                 where e.kind = 'ticket' and e.act = 'ticket.went_live' and i.source = 'waiting'
                """).list(row -> row.text("ref") + " " + row.text("origin"));
        assertThat(live).containsExactly("1 live");
    }
}
