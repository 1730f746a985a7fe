package dev.qiao.signal.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.asset.Service;
import dev.qiao.signal.outage.Stretch;
import dev.qiao.signal.status.Board.Known;
import dev.qiao.signal.status.Board.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strangers see follows from outages and plans alone. */
class BoardTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");
    private static final Service MAIL = new Service(1, "mail", "Mail", false, null, List.of(), List.of(), true, 1);
    private static final Service ERP = new Service(2, "erp", "ERP", false, null, List.of(), List.of(), true, 1);

    @Test
    void aServiceIsDownWhileAnOutageLasts() {
        var board = board(Map.of(1L, List.of(ago(30, 0))), Map.of());
        assertThat(board.lines()).extracting(Board.Line::service).containsExactly("Mail", "ERP");
        assertThat(board.lines()).extracting(Board.Line::state).containsExactly(State.DOWN, State.UP);
        assertThat(board.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.until()).isNull());
    }

    @Test
    void twoIncidentsAtOnceAreOneInterruption() {
        var board = board(Map.of(1L, List.of(ago(90, 40), ago(60, 20))), Map.of());
        assertThat(board.troubles()).containsExactly(new Board.Trouble("Mail", minutesAgo(90), minutesAgo(20)));
        assertThat(board.lines()).extracting(Board.Line::state).containsOnly(State.UP);
    }

    @Test
    void maintenanceIsNoInterruptionAndIsAnnounced() {
        var ahead = new Stretch(NOW.plusSeconds(3600), NOW.plusSeconds(7200));
        var board = board(
                Map.of(1L, List.of(ago(30, 0))),
                Map.of(1L, List.of(new Stretch(minutesAgo(60), NOW.plusSeconds(60))), 2L, List.of(ahead)));
        assertThat(board.lines().getFirst().state()).isEqualTo(State.MAINTENANCE);
        assertThat(board.lines().getFirst().days().getLast().percent()).hasValue(100);
        assertThat(board.planned()).extracting(Board.Window::service).containsExactly("Mail", "ERP");
    }

    @Test
    void ninetyDaysAreShownAndThoseBeforeThePageDoNotCount() {
        var line = board(
                        Map.of(1L, List.of(ago(60 * 24 * 5, 60 * 24 * 5 - 144), ago(60 * 24 * 80, 60 * 24 * 79))),
                        Map.of())
                .lines()
                .getLast();
        assertThat(line.days()).hasSize(90);
        assertThat(line.days().getFirst().date()).isEqualTo(LocalDate.of(2026, 9, 3));
        assertThat(line.days().getLast().date()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(line.days().stream().filter(day -> day.percent().isPresent()))
                .hasSize(11);
        assertThat(line.days().get(84).percent()).hasValue(90);
        assertThat(line.percent()).hasValue(99);
    }

    private static Board board(Map<Long, List<Stretch>> outages, Map<Long, List<Stretch>> planned) {
        var page = new StatusPage(1, "acme", "Acme", List.of(1L, 2L), true, NOW.minus(Duration.ofDays(10)), 1);
        return Board.of(page, List.of(ERP, MAIL), new Known(outages, planned), ZONE, NOW);
    }

    private static Stretch ago(int from, int until) {
        return new Stretch(minutesAgo(from), minutesAgo(until));
    }

    private static Instant minutesAgo(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
