package dev.qiao.calendar.web;

import dev.qiao.calendar.Hours;
import dev.qiao.calendar.Rules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A month of a calendar as a grid of whole weeks. */
public record MonthView(YearMonth month, List<List<Cell>> weeks, boolean known) {

    /**
     * A day in the grid.
     *
     * @param special whether it differs from its weekday
     */
    public record Cell(LocalDate date, boolean inMonth, boolean working, boolean special, String name, String hours) {
        public String look() {
            return (working ? "" : "off ") + (special ? "special " : "") + (inMonth ? "" : "beside");
        }
    }

    static MonthView of(Rules rules, YearMonth month) {
        var first = month.atDay(1);
        var monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        int weeks = Math.ceilDiv(first.getDayOfWeek().getValue() - 1 + month.lengthOfMonth(), 7);
        return new MonthView(
                month,
                IntStream.range(0, weeks)
                        .mapToObj(week -> Stream.iterate(monday.plusWeeks(week), day -> day.plusDays(1))
                                .limit(7)
                                .map(day -> cell(rules, month, day))
                                .toList())
                        .toList(),
                rules.known(month.getYear()));
    }

    public long workingDays() {
        return weeks.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.inMonth() && cell.working())
                .count();
    }

    public String year() {
        return Integer.toString(month.getYear());
    }

    private static Cell cell(Rules rules, YearMonth month, LocalDate day) {
        var hours = rules.on(day);
        var special = rules.days().get(day);
        return new Cell(
                day,
                YearMonth.from(day).equals(month),
                !hours.isEmpty(),
                special != null,
                special == null ? "" : special.name(),
                Hours.written(hours));
    }
}
