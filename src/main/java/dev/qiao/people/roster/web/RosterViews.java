package dev.qiao.people.roster.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.calendar.Calendar;
import dev.qiao.calendar.Calendars;
import dev.qiao.calendar.Rules;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.roster.Covers;
import dev.qiao.people.roster.Duties;
import dev.qiao.people.roster.Feeds;
import dev.qiao.people.roster.Leaves;
import dev.qiao.people.roster.Roster;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Shift;
import dev.qiao.people.roster.Swaps;
import dev.qiao.people.roster.web.RosterView.Dropped;
import dev.qiao.people.roster.web.RosterView.Extent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what the page of a roster shows. */
@Component
class RosterViews {
    static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration LISTED = Duration.ofDays(62);

    private final Duties duties;
    private final Rosters rosters;
    private final Covers covers;
    private final Swaps swaps;
    private final Leaves leaves;
    private final Feeds feeds;
    private final People people;
    private final Calendars calendars;

    RosterViews(
            Duties duties,
            Rosters rosters,
            Covers covers,
            Swaps swaps,
            Leaves leaves,
            Feeds feeds,
            People people,
            Calendars calendars) {
        this.duties = duties;
        this.rosters = rosters;
        this.covers = covers;
        this.swaps = swaps;
        this.leaves = leaves;
        this.feeds = feeds;
        this.people = people;
        this.calendars = calendars;
    }

    RosterView of(Team team, Extent extent, LocalDate day, Me me, Instant now) {
        var first = extent == Extent.WEEK
                ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : day.withDayOfMonth(1);
        var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int weeks = extent == Extent.WEEK
                ? 1
                : Math.ceilDiv(first.getDayOfWeek().getValue() - 1 + first.lengthOfMonth(), 7);
        var from = monday.atStartOfDay(team.zone()).toInstant();
        var to = monday.plusWeeks(weeks).atStartOfDay(team.zone()).toInstant();
        var roster = duties.of(team.id(), earlier(from, now), later(to, now.plus(AHEAD)));
        var shifts = roster.shifts(from, to);
        var gaps = gaps(roster, now);
        var swapping = swaps.of(team.id(), now);
        var standing = covers.ahead(team.id(), now);
        var away = leaves.of(roster.staff(), now, now.plus(LISTED), me);
        var dropped = new Dropped(covers.dropped(team, me, now), leaves.dropped(roster.staff(), me, now));
        var named = new HashSet<Long>(roster.staff());
        List.of(shifts, gaps).forEach(some -> some.forEach(shift -> named(named, shift)));
        swapping.forEach(swap -> named.addAll(List.of(swap.asker(), swap.asked())));
        Stream.of(standing, dropped.covers()).forEach(some -> some.forEach(cover -> named.add(cover.person())));
        roster.layers().forEach(layer -> layer.turns().forEach(named::addAll));
        var known = people.of(named).values();
        var names = known.stream().collect(toMap(Person::id, Person::name));
        var elsewhere = known.stream()
                .filter(person -> !roster.staff().contains(person.id()))
                .collect(toMap(Person::id, RosterView::gone));
        boolean member = me.in(team.id());
        var days = new RosterDays(
                "/teams/" + team.code(),
                team.zone(),
                holidays(team),
                RosterDays.layers(roster.layers()),
                names,
                me.id(),
                member,
                extent == Extent.MONTH ? YearMonth.from(first) : null,
                now);
        return new RosterView(
                team,
                extent,
                first,
                now.atZone(team.zone()).toLocalDate(),
                days.weeks(monday, weeks, shifts),
                gaps,
                swapping,
                standing,
                covers.idle(team.id(), standing, now),
                away,
                dropped,
                roster.layers(),
                names,
                elsewhere,
                rosters.writes(team, me),
                member,
                feeds.ofTeam(team.id()));
    }

    /** Of the next fourteen days. */
    static List<Shift> gaps(Roster roster, Instant now) {
        return roster.shifts(now, now.plus(AHEAD)).stream().filter(Shift::gap).toList();
    }

    private static void named(Set<Long> named, Shift shift) {
        if (shift.post().person() != null) named.add(shift.post().person());
        if (shift.post().instead() != null) named.add(shift.post().instead());
    }

    private Rules holidays(Team team) {
        return calendars
                .find(rosters.frame(team.id()).calendar())
                .map(Calendar::rules)
                .orElseGet(() -> Rules.always(team.zone()));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    Map<Long, String> names(Set<Long> persons) {
        return people.of(persons).values().stream().filter(Objects::nonNull).collect(toMap(Person::id, Person::name));
    }
}
