package dev.qiao.people.roster.web;

import dev.qiao.base.Coded;
import dev.qiao.base.web.Face;
import dev.qiao.base.web.Page;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.roster.Cover;
import dev.qiao.people.roster.Layer;
import dev.qiao.people.roster.Leave;
import dev.qiao.people.roster.Shift;
import dev.qiao.people.roster.Swap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team's roster as its page shows it.
 *
 * @param first the day from which the calendar is shown
 * @param gaps of the next fourteen days
 * @param idle the covers that change nothing, because the shift they are for is another's by now
 * @param dropped what can be brought back
 * @param names of everybody who is named
 * @param elsewhere who is named and is not of the team any more, with the key of how that is said
 * @param writes whether the reader writes this roster
 * @param member whether the reader can stand in here
 * @param feed whether the team has a calendar to subscribe to
 */
public record RosterView(
        Team team,
        Extent extent,
        LocalDate first,
        LocalDate today,
        List<List<Day>> weeks,
        List<Shift> gaps,
        List<Swap> swaps,
        List<Cover> covers,
        Set<Long> idle,
        List<Leave> leaves,
        Dropped dropped,
        List<Layer> layers,
        Map<Long, String> names,
        Map<Long, String> elsewhere,
        boolean writes,
        boolean member,
        boolean feed) {

    /** What was taken back in the last days and the reader may bring back. */
    public record Dropped(List<Cover> covers, List<Leave> leaves) {}

    /** How much is shown at once. */
    public enum Extent implements Coded {
        WEEK,
        MONTH
    }

    /**
     * A day with what happens on it.
     *
     * @param special the name of the holiday, or of the workday that makes up for one; null: a day like others
     */
    public record Day(
            LocalDate date,
            boolean beside,
            boolean working,
            @Nullable String special,
            List<Entry> entries) {}

    /**
     * A shift as far as it lies on one day.
     *
     * @param hours null: the whole day
     * @param layer null where it belongs to none
     * @param face null: a gap
     * @param instead who is planned, or missing; null: nobody else
     * @param link where one takes it, or offers it; null where there is nothing to do
     */
    public record Entry(
            @Nullable String hours,
            @Nullable String layer,
            @Nullable Face face,
            @Nullable String instead,
            boolean mine,
            @Nullable String link) {}

    public String path() {
        return "/teams/" + team.code();
    }

    public String name(@Nullable Long person) {
        return person == null ? "" : Objects.requireNonNullElse(names.get(person), "");
    }

    /** Who has a turn; whoever has one without being of the team is said to be gone. */
    public String turn(long person, Page page) {
        var gone = elsewhere.get(person);
        return gone == null ? name(person) : page.t(gone, name(person));
    }

    /** How it is said that somebody is not of the team any more. */
    public static String gone(Person person) {
        return person.active() ? "people.turn_other" : "base.retired";
    }

    public String layer(@Nullable Long id) {
        return layers.stream()
                .filter(layer -> id != null && layer.id() == id)
                .map(Layer::name)
                .findFirst()
                .orElse("");
    }

    /** The calendar at another time. */
    public String at(LocalDate day, Extent other) {
        return path() + "/roster?view=" + other.code() + "&day=" + day;
    }

    public LocalDate earlier() {
        return extent == Extent.WEEK ? first.minusWeeks(1) : first.minusMonths(1);
    }

    public LocalDate later() {
        return extent == Extent.WEEK ? first.plusWeeks(1) : first.plusMonths(1);
    }
}
