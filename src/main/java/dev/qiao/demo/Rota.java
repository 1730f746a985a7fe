package dev.qiao.demo;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.people.People;
import dev.qiao.people.Rights;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.Covers;
import dev.qiao.people.roster.Duties;
import dev.qiao.people.roster.Layer.Unit;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Leaves;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Span;
import dev.qiao.people.roster.Swaps;
import dev.qiao.people.roster.Window;
import dev.qiao.ticket.shift.ShiftNotes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who of the made-up company is on duty when, and what comes between. */
@Component
class Rota {
    private static final Me QIAO = Me.machine(Origin.DEMO);

    private final Rosters rosters;
    private final Duties duties;
    private final Covers covers;
    private final Swaps swaps;
    private final Leaves leaves;
    private final People people;
    private final Teams teams;
    private final Rights rights;
    private final ShiftNotes shifts;

    Rota(
            Rosters rosters,
            Duties duties,
            Covers covers,
            Swaps swaps,
            Leaves leaves,
            People people,
            Teams teams,
            Rights rights,
            ShiftNotes shifts) {
        this.rosters = rosters;
        this.duties = duties;
        this.covers = covers;
        this.swaps = swaps;
        this.leaves = leaves;
        this.people = people;
        this.teams = teams;
        this.rights = rights;
        this.shifts = shifts;
    }

    void found(Team team, Company.Crew crew, Instant day) {
        var monday = LocalDate.ofInstant(day, Founding.ZONE).with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
        for (var shift : crew.shifts()) {
            var draft = new LayerDraft(
                    shift.name(),
                    Objects.requireNonNullElse(shift.level(), 0),
                    monday.atTime(9, 0),
                    null,
                    1,
                    shift.unit() == null ? Unit.WEEK : Coded.of(Unit.class, "unit", shift.unit()),
                    shift.turns().stream()
                            .map(turn -> turn.stream().map(this::person).collect(Collectors.toSet()))
                            .toList(),
                    hours(shift));
            rosters.add(team.id(), draft, QIAO, day);
        }
    }

    /** Of the next days: one is away, another stands in for a night, and a third asks for a swap. */
    void present(Instant present) {
        var today = LocalDate.ofInstant(present, Founding.ZONE);
        leaves.enter(person("luochuan"), days(today.plusDays(4), 3), "", QIAO, present);
        leaves.enter(person("nijun"), days(today.plusDays(9), 5), "", QIAO, present);
        var network = teams.byCode("network").orElseThrow();
        covers.take(network.id(), person("leizhen"), person("nijun"), days(today.plusDays(9), 2), QIAO, present);
        swap(teams.byCode("systems").orElseThrow(), "cenkai", "xueman", present);
    }

    /** Once the year is written: the shift before this one has been handed over, and this one is about to be. */
    void handOver(Instant present) {
        var desk = teams.byCode("desk").orElseThrow();
        var early = rights.of(person("zhenghaitao"), Origin.DEMO).orElseThrow();
        var late = rights.of(person("feiwen"), Origin.DEMO).orElseThrow();
        if (!shifts.history(desk.id(), early).isEmpty()) return;
        var before = shifts.write(desk.id(), "三楼打印机等配件，明天上午到；林悦那边说好下班前回话。", late, present.minus(Duration.ofHours(12)));
        shifts.take(desk.id(), before.id(), early, present.minus(Duration.ofHours(11)));
        shifts.write(desk.id(), "备份今晚会跑，失败就找系统组待命的人。", early, present.minus(Duration.ofMinutes(10)));
    }

    private void swap(Team team, String asker, String asked, Instant present) {
        var until = present.plus(Duration.ofDays(21));
        var coming = duties.of(team.id(), present, until).shifts(present, until).stream()
                .filter(shift -> shift.from().isAfter(present) && shift.to().isBefore(until))
                .toList();
        var gives = coming.stream().filter(shift -> shift.of(person(asker))).findFirst();
        var me = rights.of(person(asker), Origin.DEMO).orElseThrow();
        gives.ifPresent(
                shift -> swaps.ask(team.id(), person(asked), new Span(shift.from(), shift.to()), null, me, present));
    }

    private static List<Window> hours(Company.Shift shift) {
        if (shift.days() == null) return List.of();
        return shift.days()
                .chars()
                .mapToObj(day -> new Window(
                        DayOfWeek.of(day - '0'),
                        Objects.requireNonNull(shift.from()),
                        Objects.requireNonNull(shift.to())))
                .toList();
    }

    private static Span days(LocalDate first, int count) {
        return new Span(
                first.atStartOfDay(Founding.ZONE).toInstant(),
                first.plusDays(count).atStartOfDay(Founding.ZONE).toInstant());
    }

    private long person(String login) {
        return people.byLogin(login).orElseThrow().id();
    }
}
