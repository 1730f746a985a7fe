package dev.qiao.ticket;

import dev.qiao.journal.Facts;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What this room announces. Ids and codes only: names and words stay in their tables, so that they can be erased. */
public sealed interface TicketFact extends Facts {
    record TicketOpened(
            Kind kind,
            Priority priority,
            Source source,
            @Nullable Long category,
            @Nullable Long service,
            @Nullable Long organization,
            long requester,
            @Nullable Long team,
            boolean restricted)
            implements TicketFact {}

    record TicketAccepted(long engineer, @Nullable Long team) implements TicketFact {}

    /**
     * It was given to a team or a person.
     *
     * @param reason message key of dispatch's reason; null where a person decided
     */
    record TicketAssigned(
            @Nullable Long team,
            @Nullable Long person,
            @Nullable Long fromPerson,
            @Nullable String reason) implements TicketFact {}

    record TicketHandedOver(
            @Nullable Long fromTeam,
            @Nullable Long fromPerson,
            @Nullable Long team,
            @Nullable Long person) implements TicketFact {}

    record TicketHandedBack(long engineer, @Nullable Long team) implements TicketFact {}

    record TicketHeld(HoldFor waitsFor, @Nullable Instant until) implements TicketFact {}

    /**
     * It came back from hold.
     *
     * @param by how it came back: {@code person}, {@code date} or {@code answer}
     */
    record TicketResumed(String by, @Nullable Long engineer) implements TicketFact {}

    record TicketResolved(
            Outcome code,
            @Nullable Cause cause,
            @Nullable Instant restoredAt,
            @Nullable Long engineer) implements TicketFact {}

    /**
     * It was closed for good.
     *
     * @param by {@code requester}, {@code desk} or {@code time}
     */
    record TicketClosed(String by) implements TicketFact {}

    record TicketCancelled() implements TicketFact {}

    record TicketReopened(@Nullable Long engineer, @Nullable Long team) implements TicketFact {}

    record TicketCommented(long comment, boolean response, boolean byRequester, List<Long> mentions)
            implements TicketFact {}

    /** One changed field with its codes before and after; texts are only named, never quoted. */
    record Edit(
            String field, @Nullable String before, @Nullable String after) {}

    record TicketEdited(List<Edit> edits) implements TicketFact {}

    record TicketAttached(int files) implements TicketFact {}

    record TicketWatched(long person) implements TicketFact {}

    record TicketUnwatched(long person) implements TicketFact {}

    /** A row of an imported past that our stages would not allow, kept with its reason. */
    record TicketStrayed(
            String act, String reason, @Nullable String source) implements TicketFact {}

    /** Machines found that what was broken works again, before anybody said that it is solved. */
    record TicketRestored(Instant at) implements Handled {}

    /** Machines found that what worked again is broken. */
    record TicketBrokenAgain() implements Handled {}

    /** What was open when it was imported is worked on here from now on. */
    record TicketWentLive() implements TicketFact {}

    /** What was done with a ticket beside its own course: each says itself what its words need. */
    sealed interface Handled extends TicketFact {
        /** What stands in its words, in their order. */
        default List<Object> arguments() {
            return List.of();
        }
    }

    /**
     * What its form asks was answered otherwise.
     *
     * @param fields codes of what was answered otherwise
     */
    record TicketAnswered(String form, int version, List<String> fields) implements Handled {}

    /**
     * It was linked with another.
     *
     * @param relation how this ticket stands to the other: {@code child_of}
     */
    record TicketLinked(String relation, long other) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(relation, other);
        }
    }

    record TicketUnlinked(String relation, long other) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(relation, other);
        }
    }

    record TicketMerged(long into) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(into);
        }
    }

    record TicketUnmerged(long from) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(from);
        }
    }

    /** The other ticket goes on in this one. */
    record TicketAbsorbed(long other) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(other);
        }
    }

    record TicketReleased(long other) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(other);
        }
    }

    /**
     * Some of its words began a ticket of their own.
     *
     * @param comments how many words of this ticket began the other
     */
    record TicketSplit(long into, int comments) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(into, comments);
        }
    }

    record TicketSplitOff(long from, int comments) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(from, comments);
        }
    }

    /**
     * What was split off came back.
     *
     * @param comments how many words came back
     */
    record TicketRejoined(long from, int comments) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(from, comments);
        }
    }

    /**
     * Somebody asked for it to be hurried.
     *
     * @param count how often by now
     */
    record TicketNudged(int count, boolean byRequester) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(count);
        }
    }

    /** The requester has not heard anything for so long. */
    record TicketUnanswered(int hours) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(hours);
        }
    }

    /** So many points of the checklist are done now. */
    record TicketChecked(int done, int of) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(done, of);
        }
    }

    /**
     * Time was written down for it.
     *
     * @param minutes spent; fewer than none where an entry was taken back
     */
    record TicketTimed(int minutes) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(minutes);
        }
    }

    /**
     * Somebody wants to be reminded of it.
     *
     * @param at when it comes back to this person; null when it no longer does
     */
    record TicketFollowUpSet(long person, @Nullable Instant at) implements Handled {}

    record TicketCameBack(long person) implements Handled {}

    /**
     * An act was taken back.
     *
     * @param taken code of the act that is taken back
     */
    record TicketTakenBack(String taken) implements Handled {
        @Override
        public List<Object> arguments() {
            return List.of(taken);
        }
    }

    /** The fact of an entry, where it is one of this room's. */
    static Optional<TicketFact> of(Recorded entry) {
        return Optional.ofNullable(Known.BY_ACT.get(entry.act())).map(entry::as);
    }

    /** Acts by their names, from the permitted records themselves. */
    final class Known {
        private static final Map<String, Class<? extends TicketFact>> BY_ACT = Stream.concat(
                        Arrays.stream(TicketFact.class.getPermittedSubclasses()),
                        Arrays.stream(Handled.class.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .map(type -> type.asSubclass(TicketFact.class))
                .collect(Collectors.toUnmodifiableMap(Facts::act, type -> type));

        private Known() {}
    }
}
