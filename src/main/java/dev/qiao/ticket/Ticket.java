package dev.qiao.ticket;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Stage.Closed;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Stage.OnHold;
import dev.qiao.ticket.Stage.Resolved;
import dev.qiao.ticket.Stage.Waiting;
import dev.qiao.ticket.Stage.Working;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket and its table of acts, as pure transitions: each returns the ticket after the act, the same ticket where the act is
 * already done, or is refused as a conflict that names the reason.
 *
 * @param version moves with every act of a person; a placement by dispatch does not move it
 */
public record Ticket(
        long number, int version, Matter matter, Weight weight, Place place, Stage stage, Times times, Tally tally) {

    /** A closed ticket may be opened again this long after it was resolved. */
    public static final Duration REOPENS_WITHIN = Duration.ofDays(14);

    /** How often things happened; {@code verify} counts them again. */
    public record Tally(int reopened, int handedOver, int comments) {
        static final Tally NONE = new Tally(0, 0, 0);
    }

    /** Accepting twice is harmless: a double click is not an error. */
    Ticket accept(long engineer, Instant now) {
        return switch (stage) {
            case Waiting _ ->
                at(new Working(engineer, now)).with(times.accepted(now)).with(placedWith(place.team(), engineer));
            case Working w when w.engineer() == engineer -> this;
            case Working w -> throw Refused.conflict("ticket.accepted_by", w.engineer());
            case OnHold _, Resolved _, Closed _ -> throw notNow("acceptance");
        };
    }

    Ticket handBack(Instant now) {
        return switch (stage) {
            case Working _ ->
                at(new Waiting(now)).with(times.touched(now)).with(place.to(place.team(), null)).handedOver();
            case Waiting _, OnHold _, Resolved _, Closed _ -> throw notNow("hand_back");
        };
    }

    /** Nobody has it any more: who had it has left. What is held stays held. */
    public Ticket released(Instant now) {
        return unattended(now).handedOver();
    }

    /** The same where it only comes back now. */
    Ticket unattended(Instant now) {
        var left =
                switch (stage) {
                    case Working _ -> at(new Waiting(now));
                    case OnHold h -> at(new OnHold(h.waitsFor(), h.reason(), h.until(), null, h.since()));
                    case Waiting _, Resolved _, Closed _ -> this;
                };
        return left.with(times.touched(now)).with(place.to(place.team(), null));
    }

    /** Assigns what waits, hands over what somebody works on: the response that was given stays given. */
    Ticket assign(@Nullable Long team, @Nullable Long person, Instant now) {
        return switch (stage) {
            case Waiting _ when place.sameAs(team, person) -> this;
            case Waiting _ -> {
                boolean moved = place.team() != null && !place.team().equals(team);
                var placed = with(place.to(team, person)).with(times.touched(now));
                yield moved ? placed.handedOver() : placed;
            }
            case Working w when person != null && w.engineer() == person -> this;
            case Working _ ->
                at(new Waiting(now)).with(place.to(team, person)).with(times.touched(now)).handedOver();
            case OnHold _, Resolved _, Closed _ -> throw notNow("assignment");
        };
    }

    Ticket hold(HoldFor waitsFor, String reason, @Nullable Instant until, Instant now) {
        return switch (stage) {
            case Waiting _, Working _ ->
                at(new OnHold(waitsFor, reason, until, stage.owner(), now)).with(times.touched(now));
            case OnHold _, Resolved _, Closed _ -> throw notNow("hold");
        };
    }

    Ticket resume(Instant now) {
        return switch (stage) {
            case OnHold(_, _, _, Long engineer, _) when engineer != null ->
                at(new Working(engineer, now)).with(times.touched(now));
            case OnHold _ -> at(new Waiting(now)).with(times.touched(now));
            case Waiting _, Working _, Resolved _, Closed _ -> throw notNow("resume");
        };
    }

    /** Where nobody had it, it accepts and resolves at once: fixed on first contact. */
    Ticket resolve(Resolution resolution, @Nullable Instant closesAt, Instant now) {
        return switch (stage) {
            case Waiting _ -> accept(resolution.by(), now).resolve(resolution, closesAt, now);
            case OnHold h when h.engineer() == null -> resume(now).resolve(resolution, closesAt, now);
            case Working _, OnHold _ ->
                at(new Resolved(engineerOr(resolution.by()), resolution, closesAt, now))
                        .with(times.resolved(resolution.restoredAt(), now));
            case Resolved _, Closed _ -> throw notNow("resolution");
        };
    }

    /** The requester confirms, or nobody objected in time. */
    Ticket close(Instant now) {
        return switch (stage) {
            case Resolved r -> at(new Closed(r.engineer(), r.resolution(), now)).with(times.closed(now));
            case Closed _ -> this;
            case Waiting _, Working _, OnHold _ -> throw notNow("closure");
        };
    }

    /** The requester takes back what nobody has begun. */
    Ticket cancel(Resolution cancelled, Instant now) {
        return switch (stage) {
            case Waiting _ -> at(new Closed(null, cancelled, now)).with(times.closed(now));
            case Closed _ -> this;
            case Working _, OnHold _, Resolved _ -> throw notNow("closure");
        };
    }

    Ticket reopen(Instant now) {
        return switch (stage) {
            case Resolved r -> reopened(r.engineer(), now);
            case Closed c when now.isAfter(c.resolution().at().plus(REOPENS_WITHIN)) ->
                throw Refused.conflict("ticket.too_late_to_reopen", REOPENS_WITHIN.toDays());
            case Closed c -> reopened(c.engineer(), now);
            case Waiting _, Working _, OnHold _ -> throw notNow("reopening");
        };
    }

    /** It goes on in another: what was owed is owed there, what had ended stays as it ended. */
    public Ticket merged(long by, Instant now) {
        return switch (stage) {
            case Waiting _, Working _, OnHold _ -> {
                var duplicate = new Resolution(Resolution.Outcome.DUPLICATE, null, "", null, by, now);
                yield at(new Closed(stage.owner(), duplicate, now)).with(times.closed(now));
            }
            case Resolved _, Closed _ -> touched(now);
        };
    }

    /** It goes on by itself as it stood before; null: it had ended then. */
    public Ticket unmerged(@Nullable Stage before, Instant now) {
        return before == null ? touched(now) : at(before).with(times.reopened(now));
    }

    /** As it stood before an act that is taken back; what happened is still counted. */
    public Ticket asBefore(Ticket before, Instant now) {
        var was = before.place();
        var there = place.sameAs(was.team(), was.person()) ? place : place.to(was.team(), was.person());
        var then = before.times().due(times.dueAt()).touched(now);
        return new Ticket(number, version, before.matter(), before.weight(), there, before.stage(), then, tally);
    }

    /** Somebody asks to be quicker; what has ended cannot be. */
    public Ticket nudged(Instant now) {
        if (!stage.open()) throw notNow("nudge");
        return touched(now);
    }

    /** So many words came, or went where the number is negative. */
    public Ticket counted(int words, Instant now) {
        return with(times.touched(now)).with(new Tally(tally.reopened(), tally.handedOver(), tally.comments() + words));
    }

    private Ticket reopened(@Nullable Long engineer, Instant now) {
        var back = with(times.reopened(now)).with(new Tally(tally.reopened() + 1, tally.handedOver(), tally.comments()));
        return engineer == null ? back.at(new Waiting(now)) : back.at(new Working(engineer, now)).with(placedWith(place.team(), engineer));
    }

    /** A public word of a desk person is a response; a word of the requester brings back what waited for it. */
    Ticket commented(boolean response, boolean answer, Instant now) {
        var spoken = with(response ? times.responded(now) : times.touched(now))
                .with(new Tally(tally.reopened(), tally.handedOver(), tally.comments() + 1));
        return spoken.answered(answer, now);
    }

    /** Something came; from the requester it brings back what waited for it. */
    Ticket answered(boolean answer, Instant now) {
        boolean awaited = answer && stage instanceof OnHold h && h.waitsFor() == HoldFor.REQUESTER;
        return awaited ? resume(now) : touched(now);
    }

    Ticket about(Matter matter, Weight weight, Instant now) {
        return new Ticket(number, version, matter, weight, place, stage, times.touched(now), tally);
    }

    /** What was broken works since then; null: it is broken. Nobody has said yet that it is solved. */
    public Ticket restored(@Nullable Instant since, Instant now) {
        return with(times.restored(since, now));
    }

    /** The same, changed at this moment. */
    public Ticket touched(Instant now) {
        return with(times.touched(now));
    }

    Ticket due(@Nullable Instant dueAt) {
        return with(times.due(dueAt));
    }

    private Long engineerOr(long other) {
        var engineer = stage.owner();
        return engineer == null ? other : engineer;
    }

    private Place placedWith(@Nullable Long team, long person) {
        return place.sameAs(team, person) ? place : place.to(team, person);
    }

    Ticket at(Stage next) {
        return new Ticket(number, version, matter, weight, place, next, times, tally);
    }

    private Ticket with(Place next) {
        return new Ticket(number, version, matter, weight, next, stage, times, tally);
    }

    Ticket with(Times next) {
        return new Ticket(number, version, matter, weight, place, stage, next, tally);
    }

    private Ticket with(Tally next) {
        return new Ticket(number, version, matter, weight, place, stage, times, next);
    }

    private Ticket handedOver() {
        return with(new Tally(tally.reopened(), tally.handedOver() + 1, tally.comments()));
    }

    private Refused notNow(String act) {
        return Refused.conflict("ticket.not_now." + act, stage.name().code());
    }

    /** Whether this person sees it, who takes part in it or not. */
    public boolean seenBy(Me me, boolean takesPart) {
        return Sight.of(me).sees(matter.requester(), place.team(), matter.restricted(), takesPart);
    }

    /** What can be done to a ticket, by the nouns of its resources. */
    public enum Act implements Coded {
        ACCEPTANCE,
        HAND_BACK,
        ASSIGNMENT,
        HOLD,
        RESUME,
        RESOLUTION,
        CLOSURE,
        REOPENING,
        COMMENTS,
        INTERNAL_COMMENTS,
        ATTACHMENTS,
        EDIT,
        WATCHING,
        LINKS,
        MERGE,
        SPLIT,
        NUDGES,
        CHECKLIST,
        EFFORT,
        FOLLOW_UP
    }

    /**
     * With whom a ticket is.
     *
     * @param revision counts placements; dispatch compares and sets it, so that a decision on an old picture changes nothing
     */
    public record Place(@Nullable Long team, @Nullable Long person, int revision) {
        public static final Place NOWHERE = new Place(null, null, 0);

        public Place to(@Nullable Long team, @Nullable Long person) {
            return new Place(team, person, revision + 1);
        }

        boolean sameAs(@Nullable Long otherTeam, @Nullable Long otherPerson) {
            return java.util.Objects.equals(team, otherTeam) && java.util.Objects.equals(person, otherPerson);
        }
    }
}
