package dev.qiao.demo;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.demo.Founding.Cast;
import dev.qiao.demo.Story.Fault;
import dev.qiao.demo.Story.Telling;
import dev.qiao.dispatch.Dispatch;
import dev.qiao.feedback.Ratings;
import dev.qiao.feedback.call.Calls;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The life of one ticket, act after act, until the present. */
final class Life {
    private static final Me QIAO = Me.machine(Origin.DEMO);
    /** Of a thousand. */
    private static final long CALLED = 680;

    /** The doors that a life goes through. */
    record Doors(Tickets tickets, Conversation conversation, Dispatch dispatch, Ratings ratings, Calls calls) {}

    /** The clock has come to the present: what follows has not happened yet. */
    private static final class Present extends Exception {
        private Present() {
            super(null, null, false, false);
        }
    }

    private final Doors doors;
    private final Cast cast;
    private final Story story;
    private final RandomGenerator dice;
    private final Instant present;
    private final Fault fault;
    private final Telling telling;
    private final Me requester;
    private final Fate fate;
    private Instant clock;
    private long number;
    private @Nullable Ticket last;

    Life(Doors doors, Cast cast, Story story, RandomGenerator dice, Year.Start start, Instant present) {
        this.doors = doors;
        this.cast = cast;
        this.story = story;
        this.dice = dice;
        this.clock = start.at();
        this.fate = start.fate();
        this.present = present;
        this.fault = start.fate() == Fate.ANY ? story.any(dice) : story.incident(dice);
        this.telling = story.telling(dice);
        this.requester = Story.pick(cast.requesters(), dice);
    }

    /** Lives it to the end, or to the present, or to its fate. */
    void live() {
        try {
            open();
            if (fate == Fate.WAITING) return;
            accept();
            talk();
            if (fate == Fate.WORKING) return;
            if (fate == Fate.ON_HOLD || chance(fault.waitsForSupplier() ? 70 : 8)) hold(fate == Fate.ON_HOLD);
            if (chance(12)) handOver();
            resolve(work());
            if (fate == Fate.RESOLVED) return;
            if (chance(5)) reopen();
            end();
        } catch (Present _) {
            // the rest has not happened yet
        }
    }

    private void open() {
        boolean phoned = chance(25);
        var kind = fault.kind() == null ? Kind.INCIDENT : Coded.of(Kind.class, "kind", fault.kind());
        var draft = new Draft(
                new UUID(dice.nextLong(), dice.nextLong()),
                phoned ? cast.dispatcher() : requester,
                kind,
                telling.of(fault.title()),
                telling.of(fault.text()),
                level(fault.impact(), Level.LOW),
                level(fault.urgency(), Level.MEDIUM),
                cast.categories().get(fault.category()),
                cast.services().get(fault.service()),
                null,
                requester.id(),
                phoned ? Source.PHONE : chance(10) ? Source.MAIL : Source.WEB,
                kind == Kind.INCIDENT && chance(60) ? clock.minus(minutes(4)) : null,
                List.of(),
                false);
        number = doors.tickets().open(List.of(draft), clock).getFirst().number();
        clock = clock.plusSeconds(1);
        doors.dispatch().decide(number, Origin.DEMO, clock);
    }

    private void accept() throws Present {
        pass(ticket().weight().priority() == Priority.URGENT ? minutes(5) : minutes(18));
        if (ticket().weight().priority() != Priority.URGENT) awake();
        last = doors.tickets().accept(number, null, engineer(), clock);
    }

    private void talk() throws Present {
        if (chance(45)) {
            pass(minutes(6));
            say(story.word("taken", dice), Audience.PUBLIC, engineer());
        }
        if (fault.ask() != null && chance(60)) {
            pass(minutes(10));
            say(fault.ask(), Audience.PUBLIC, engineer());
            if (fault.answer() != null) {
                pass(minutes(20));
                say(fault.answer(), Audience.PUBLIC, requester);
            }
        }
        if (fault.note() != null && chance(70)) {
            pass(minutes(15));
            say(fault.note(), Audience.INTERNAL, engineer());
        }
    }

    private void hold(boolean stays) throws Present {
        pass(minutes(15));
        boolean supplier = fault.waitsForSupplier();
        var until = clock.plus(Duration.ofHours(dice.nextInt(20, 80)));
        if (stays && !until.isAfter(present)) until = present.plus(Duration.ofHours(dice.nextInt(6, 60)));
        var waitsFor = supplier ? HoldFor.SUPPLIER : chance(80) ? HoldFor.REQUESTER : HoldFor.CHANGE;
        last = doors.tickets().hold(number, null, waitsFor, story.word("waits", dice), until, engineer(), clock);
        if (stays) throw new Present();
        if (waitsFor == HoldFor.REQUESTER && chance(70)) {
            pass(minutes(240));
            if (!clock.isBefore(until)) return;
            say(telling.of(Objects.requireNonNullElse(fault.answer(), fault.text())), Audience.PUBLIC, requester);
        } else {
            at(until);
            last = doors.tickets().resume(number, null, QIAO, clock);
        }
    }

    private void handOver() throws Present {
        var ticket = ticket();
        if (!(ticket.stage() instanceof Stage.Working)) return;
        var from = ticket.place().team();
        var teams = cast.engineers().keySet().stream()
                .filter(t -> !t.equals(from))
                .sorted()
                .toList();
        long team = Story.pick(teams, dice);
        var colleague = cast.anyOf(team, dice);
        if (colleague == null) return;
        pass(minutes(25));
        last = doors.tickets()
                .assign(number, null, team, colleague.id(), story.word("handed", dice), engineer(), clock);
        pass(minutes(20));
        awake();
        last = doors.tickets().accept(number, null, colleague, clock);
    }

    private Duration work() {
        double stretch = Math.exp(dice.nextGaussian() * 0.7);
        double hurry = switch (ticket().weight().priority()) {
            case URGENT -> 0.6;
            case IMPORTANT -> 0.8;
            case NORMAL -> 1;
        };
        return Duration.ofSeconds((long) (fault.pace() * 60 * stretch * hurry));
    }

    private void resolve(Duration work) throws Present {
        if (ticket().stage() instanceof Stage.OnHold) last = doors.tickets().resume(number, null, engineer(), clock);
        pass(work);
        var cause = chance(90) ? Coded.of(Cause.class, "cause", fault.cause()) : Cause.UNKNOWN;
        var code = chance(88) ? Outcome.FIXED : chance(60) ? Outcome.WORKAROUND : Outcome.NOT_REPRODUCIBLE;
        var restored = chance(30) ? clock.minus(Duration.ofMinutes(dice.nextInt(1, 4))) : clock;
        last = doors.tickets()
                .resolve(number, null, code, cause, telling.of(fault.solution()), restored, engineer(), clock);
    }

    private void reopen() throws Present {
        pass(minutes(600));
        last = doors.tickets().reopen(number, null, story.word("again", dice), requester, clock);
        pass(minutes(30));
        say(story.word("taken", dice), Audience.PUBLIC, engineer());
        resolve(work());
    }

    private void end() throws Present {
        if (chance(25)) {
            pass(minutes(30));
            say(story.word("thanks", dice), Audience.PUBLIC, requester);
        }
        if (chance(45)) {
            pass(minutes(400));
            last = doors.tickets().close(number, null, requester, clock);
            if (chance(70)) rate();
        } else {
            if (ticket().stage() instanceof Stage.Resolved r && r.closesAt() != null) at(r.closesAt());
            last = doors.tickets().close(number, null, QIAO, clock);
        }
        call();
    }

    /** Most are rung up afterwards; who, goes by the number, so that nothing else of the story depends on it. */
    private void call() throws Present {
        long drawn = Math.floorMod(number * 2_654_435_761L, 1_000L);
        if (drawn >= CALLED) return;
        pass(Duration.ofHours(3));
        doors.calls().made(number, drawn % 20 != 0, "", cast.dispatcher(), clock);
    }

    private void rate() throws Present {
        pass(Duration.ofSeconds(40));
        int mood = dice.nextInt(100);
        int stars = mood < 55 ? 5 : mood < 91 ? 4 : mood < 96 ? 3 : mood < 99 ? 2 : 1;
        var words = story.word(stars >= 4 ? "happy" : stars == 3 ? "fair" : "sad", dice);
        doors.ratings().rate(number, stars, words, requester, clock);
    }

    private void say(String text, Audience audience, Me by) {
        last = null;
        doors.conversation().say(number, telling.of(text), audience, List.of(), by, clock);
    }

    /** As it stands: each act says how it left the ticket, so that it is seldom read again. */
    private Ticket ticket() {
        var known = last;
        if (known == null) last = known = doors.tickets().of(List.of(number)).getFirst();
        return known;
    }

    /** Who has it; else whoever of its team, else the dispatcher. */
    private Me engineer() {
        var ticket = ticket();
        Long owner = ticket.stage().owner();
        if (owner == null) owner = ticket.place().person();
        if (owner != null) return cast.me(owner);
        var team = ticket.place().team();
        @Nullable Me any = team == null ? null : cast.anyOf(team, dice);
        return any == null ? cast.dispatcher() : any;
    }

    private boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }

    /** About so long: seldom less than a third or more than three times. */
    private Duration minutes(int middle) {
        return Duration.ofSeconds((long) (middle * 60 * Math.exp(dice.nextGaussian() * 0.5)));
    }

    private void pass(Duration time) throws Present {
        at(clock.plus(time));
    }

    private void at(Instant moment) throws Present {
        if (moment.isAfter(present)) throw new Present();
        clock = moment;
    }

    /** At night nobody but the urgent is served; what is to be shown now is, whatever the hour. */
    private void awake() throws Present {
        if (fate != Fate.ANY) return;
        var here = clock.atZone(Founding.ZONE);
        var morning = here.toLocalDate().atTime(8, 0).plusMinutes(dice.nextInt(5, 50));
        if (here.getHour() >= 21) at(morning.plusDays(1).atZone(Founding.ZONE).toInstant());
        else if (here.getHour() < 8) at(morning.atZone(Founding.ZONE).toInstant());
    }

    private static Level level(@Nullable String word, Level otherwise) {
        return word == null ? otherwise : Coded.of(Level.class, "level", word);
    }
}
