package dev.qiao.ticket.dates.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month or a week of dates.
 *
 * @param more whether there are more than could be shown
 */
public record DatesPage(
        String title,
        boolean month,
        String before,
        String now,
        String after,
        String other,
        String list,
        List<String> heads,
        List<Day> days,
        boolean more) {
    /**
     * A day.
     *
     * @param outside of the month that is shown
     * @param rest how many are not shown; 0: all are
     * @param all the address of its week, which shows all of them
     */
    public record Day(
            LocalDate date,
            String label,
            String whole,
            boolean today,
            boolean outside,
            List<Item> items,
            int rest,
            String all) {}

    /**
     * A ticket on its day.
     *
     * @param look of a promise that is broken; null of any other
     */
    public record Item(
            long number,
            String title,
            Instant at,
            String kind,
            String icon,
            @Nullable String look) {}
}
