package dev.qiao.ticket.dates.web;

import dev.qiao.base.web.Page;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.dates.web.DatesPage.Item;
import dev.qiao.ticket.followup.FollowUps;
import dev.qiao.ticket.view.Day;
import dev.qiao.ticket.view.Field;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Term.Between;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the dates of open work: when it falls due, when what is on hold comes back, and when one wants to look at it again. */
@Component
class DatesPages {
    private static final int MOST = 400;
    private static final int SHOWN = 4;

    private final Queue queue;
    private final FollowUps followUps;

    DatesPages(Queue queue, FollowUps followUps) {
        this.queue = queue;
        this.followUps = followUps;
    }

    DatesPage of(Lens lens, LocalDate day, boolean month, Page page) {
        var first = (month ? day.withDayOfMonth(1) : day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = (month ? day.with(TemporalAdjusters.lastDayOfMonth()) : day)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var due = list(lens, Field.DUE, first, last, page);
        var returns = list(lens, Field.RETURNS, first, last, page);
        var items = new ArrayList<Item>();
        due.items().forEach(t -> items.add(item(t, t.times().dueAt(), "due", "clock", page)));
        returns.items().forEach(t -> items.add(item(t, returned(t), "returns", "pause", page)));
        followUps
                .between(
                        lens.filter(page.reader()),
                        start(first, page),
                        start(last.plusDays(1), page),
                        MOST,
                        page.reader(),
                        page.now())
                .forEach(f -> items.add(item(f.ticket(), f.followUp().at(), "follow_up", "calendar-clock", page)));
        Map<LocalDate, List<Item>> byDay = items.stream()
                .sorted(Comparator.comparing(Item::at))
                .collect(Collectors.groupingBy(
                        i -> LocalDate.ofInstant(i.at(), page.times().zone())));
        var address = lens.address();
        var base = "/tickets/calendar?" + (address.isEmpty() ? "" : address + "&");
        return new DatesPage(
                month
                        ? page.t("ticket.dates.month_of", day.getYear(), day.getMonthValue())
                        : page.times().date(first) + "–" + page.times().date(last),
                month,
                base + "day=" + (month ? day.minusMonths(1) : day.minusWeeks(1)) + span(month),
                base + "span=" + (month ? "month" : "week"),
                base + "day=" + (month ? day.plusMonths(1) : day.plusWeeks(1)) + span(month),
                base + "day=" + day + span(!month),
                address.isEmpty() ? "/tickets" : "/tickets?" + address,
                IntStream.rangeClosed(1, 7)
                        .mapToObj(n -> page.t("ticket.dates.weekday." + n))
                        .toList(),
                first.datesUntil(last.plusDays(1))
                        .map(date -> day(date, month && date.getMonth() != day.getMonth(), byDay, month, base, page))
                        .toList(),
                due.next() != null || returns.next() != null);
    }

    private static String span(boolean month) {
        return "&span=" + (month ? "month" : "week");
    }

    private Queue.Listed list(Lens lens, Field field, LocalDate from, LocalDate to, Page page) {
        var within = lens.and(new Between(field, new Day.On(from), new Day.On(to)));
        return queue.list(within.filter(page.reader()), null, MOST, page.reader(), page.now());
    }

    private static Instant start(LocalDate date, Page page) {
        return date.atStartOfDay(page.times().zone()).toInstant();
    }

    private static @Nullable Instant returned(Ticket ticket) {
        return ticket.stage() instanceof Stage.OnHold hold ? hold.until() : null;
    }

    private static Item item(Ticket t, @Nullable Instant at, String kind, String icon, Page page) {
        var when = at == null ? t.times().openedAt() : at;
        boolean broken = kind.equals("due") && when.isBefore(page.now());
        return new Item(
                t.number(),
                t.matter().title(),
                when,
                page.t("ticket.dates." + kind),
                icon,
                broken ? "is-broken" : null);
    }

    private static DatesPage.Day day(
            LocalDate date, boolean outside, Map<LocalDate, List<Item>> byDay, boolean month, String base, Page page) {
        var all = byDay.getOrDefault(date, List.of());
        int shown = month && all.size() > SHOWN ? SHOWN - 1 : all.size();
        return new DatesPage.Day(
                date,
                Integer.toString(date.getDayOfMonth()),
                page.times().date(date) + " "
                        + page.t("ticket.dates.weekday." + date.getDayOfWeek().getValue()),
                date.equals(LocalDate.ofInstant(page.now(), page.times().zone())),
                outside,
                all.subList(0, shown),
                all.size() - shown,
                base + "day=" + date + span(false));
    }
}
