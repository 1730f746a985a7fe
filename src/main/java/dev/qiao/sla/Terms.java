package dev.qiao.sla;

import dev.qiao.calendar.WorkCalendar;
import dev.qiao.sla.ladder.Rung;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an agreement says, once said immutable: a change is a new version, and clocks keep the version they were promised.
 *
 * @param calendar the code of the calendar it counts on
 * @param time that calendar
 * @param budgets per metric and priority
 * @param pauses per metric: for whom the clock waits
 * @param ladder who is told when; of the agreement as it stands, not of this version
 */
public record Terms(
        long id,
        String agreement,
        String name,
        int version,
        String calendar,
        WorkCalendar time,
        Map<Metric, Map<String, Duration>> budgets,
        Map<Metric, Set<String>> pauses,
        List<Rung> ladder) {

    /** The priorities that are promised something, most urgent first. */
    public static final List<String> PRIORITIES = List.of("urgent", "important", "normal");

    /** For whom a subject can be on hold. */
    public static final List<String> REASONS = List.of("requester", "supplier", "change", "other");

    /** An unknown priority is promised what the normal one is. */
    public Duration budget(Metric metric, String priority) {
        var promised = budgets.getOrDefault(metric, Map.of());
        var budget = promised.getOrDefault(priority, promised.get("normal"));
        if (budget == null) throw new IllegalStateException(agreement + " promises nothing for " + metric);
        return budget;
    }

    /** The same, counted on the calendar as it stood at another time. */
    Terms on(WorkCalendar other) {
        return new Terms(id, agreement, name, version, calendar, other, budgets, pauses, ladder);
    }

    /** Whether holding for this reason stops the clock. */
    public boolean pauses(Metric metric, String reason) {
        return pauses.getOrDefault(metric, Set.of()).contains(reason);
    }
}
