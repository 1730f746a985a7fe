package dev.qiao.ticket.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Check;
import dev.qiao.ticket.Ticket;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tickets whose last act was taken back stand as they stood, and what must hold of them holds. */
@Component
public class AsBefore {
    private static final List<String> HOLD =
            List.of("ticket.tallies_are_counts", "ticket.open_assignment_is_place", "sla.clock_is_replay");

    private final List<Check> checks;

    AsBefore(List<Check> checks) {
        this.checks = checks;
    }

    public void stand(List<Ticket> before, List<Ticket> after) {
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) same(before.get(i), after.get(i));
        var asked = checks.stream().filter(check -> HOLD.contains(check.name())).toList();
        assertThat(asked).hasSameSizeAs(HOLD);
        for (var check : asked) {
            assertThat(check.problems())
                    .as(check.name())
                    .noneMatch(problem -> after.stream().anyMatch(t -> problem.contains(Long.toString(t.number()))));
        }
    }

    private static void same(Ticket before, Ticket after) {
        assertThat(after.stage()).isEqualTo(before.stage());
        assertThat(after.matter()).isEqualTo(before.matter());
        assertThat(after.weight()).isEqualTo(before.weight());
        assertThat(after.place().team()).isEqualTo(before.place().team());
        assertThat(after.place().person()).isEqualTo(before.place().person());
        assertThat(after.times().respondedAt()).isEqualTo(before.times().respondedAt());
        assertThat(after.times().resolvedAt()).isEqualTo(before.times().resolvedAt());
        assertThat(after.times().closedAt()).isEqualTo(before.times().closedAt());
    }
}
