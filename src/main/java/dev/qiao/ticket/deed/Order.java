package dev.qiao.ticket.deed;

import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deed with what it needs; what it does not need is null.
 *
 * @param reason why; of a hand-over, hold, reopening or priority
 * @param text what is said: of a solution, a reply or a note
 * @param priority null in {@link Deed#PRIORITY}: what the matrix says
 * @param hours of a hold from when it begins, where it names no moment
 */
public record Order(
        Deed deed,
        @Nullable Long team,
        @Nullable Long person,
        @Nullable String reason,
        @Nullable String text,
        @Nullable HoldFor waitsFor,
        @Nullable Instant until,
        @Nullable Integer hours,
        @Nullable Outcome code,
        @Nullable Cause cause,
        @Nullable Priority priority,
        @Nullable List<String> tags) {

    /** Such a deed without anything said of it. */
    public static Order of(Deed deed) {
        return new Order(deed, null, null, null, null, null, null, null, null, null, null, null);
    }

    public Order because(@Nullable String why) {
        return new Order(deed, team, person, why, text, waitsFor, until, hours, code, cause, priority, tags);
    }

    public Order saying(@Nullable String words) {
        return new Order(deed, team, person, reason, words, waitsFor, until, hours, code, cause, priority, tags);
    }

    public Order to(@Nullable Long otherTeam, @Nullable Long otherPerson) {
        return new Order(
                deed, otherTeam, otherPerson, reason, text, waitsFor, until, hours, code, cause, priority, tags);
    }

    public Order waiting(@Nullable HoldFor party, @Nullable Instant moment, @Nullable Integer lasting) {
        return new Order(deed, team, person, reason, text, party, moment, lasting, code, cause, priority, tags);
    }

    public Order ending(@Nullable Outcome outcome, @Nullable Cause reasoned) {
        return new Order(deed, team, person, reason, text, waitsFor, until, hours, outcome, reasoned, priority, tags);
    }

    public Order weighing(@Nullable Priority wanted) {
        return new Order(deed, team, person, reason, text, waitsFor, until, hours, code, cause, wanted, tags);
    }

    public Order tagging(List<String> words) {
        return new Order(
                deed, team, person, reason, text, waitsFor, until, hours, code, cause, priority, List.copyOf(words));
    }

    public List<String> labels() {
        return Objects.requireNonNullElse(tags, List.of());
    }
}
