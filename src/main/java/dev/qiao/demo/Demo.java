package dev.qiao.demo;

import dev.qiao.base.Db;
import dev.qiao.base.Opening;
import dev.qiao.base.Refused;
import dev.qiao.base.server.CannotServe;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.demo.Founding.Cast;
import dev.qiao.demo.Life.Doors;
import dev.qiao.dispatch.Dispatch;
import dev.qiao.feedback.Ratings;
import dev.qiao.feedback.call.Calls;
import dev.qiao.people.People;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Tickets;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** {@code --demo}: a year of a made-up company, written by the rooms' own verbs, in an empty desk only. */
@Component
class Demo implements Opening, SmartInitializingSingleton {
    private static final long SEED = 20_437;
    private static final int CHAPTER = 10;
    private static final int HANDS = 3;
    private static final Duration BEAT = Duration.ofSeconds(3);

    private final Settings settings;
    private final Db db;
    private final People people;
    private final Founding founding;
    private final Rota rota;
    private final Habits habits;
    private final Machines machines;
    private final Eyes eyes;
    private final Contracts contracts;
    private final Voices voices;
    private final Doors doors;
    private final InstantSource clock;

    Demo(
            Settings settings,
            Db db,
            People people,
            Founding founding,
            Rota rota,
            Habits habits,
            Machines machines,
            Eyes eyes,
            Contracts contracts,
            Voices voices,
            Tickets tickets,
            Conversation conversation,
            Dispatch dispatch,
            Ratings ratings,
            Calls calls,
            InstantSource clock) {
        this.settings = settings;
        this.db = db;
        this.people = people;
        this.founding = founding;
        this.rota = rota;
        this.habits = habits;
        this.machines = machines;
        this.eyes = eyes;
        this.contracts = contracts;
        this.voices = voices;
        this.doors = new Doors(tickets, conversation, dispatch, ratings, calls);
        this.clock = clock;
    }

    /** Before the door opens: whoever is not made up must not be offered on the sign-in page. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.flag(Setting.DEMO) || founded().isPresent()) return;
        if (people.page(null, null, 1).isEmpty()) return;
        throw new CannotServe(
                "--demo is for an empty desk only, and this one has people of its own: choose another folder with"
                        + " --data");
    }

    /** Before the first administrator is asked for: the made-up company has one. */
    @Override
    public int place() {
        return 5;
    }

    @Override
    public void open(URI desk, PrintStream console) {
        if (settings.flag(Setting.DEMO)) write(desk, console);
    }

    void write(URI desk, PrintStream console) {
        var company = Company.read();
        var present = begun(company);
        var written = chapters();
        var year = Year.ending(present, SEED);
        int all = (year.starts().size() + CHAPTER - 1) / CHAPTER;
        var missing = IntStream.rangeClosed(1, all)
                .filter(c -> !written.contains(c))
                .boxed()
                .toList();
        if (missing.isEmpty()) return;
        console.printf("Writing a made-up year of %,d tickets:%n", year.starts().size());
        var began = Instant.now();
        var cast = founding.cast(company);
        write(missing, year, cast, present, new Pace(console, written.size() - 1, all));
        rota.handOver(present);
        habits.present(present);
        machines.present(clock.instant());
        eyes.open(desk, clock.instant());
        contracts.sign(clock.instant());
        voices.speak(cast, present);
        console.printf(
                "  done in %.0f s%n", Duration.between(began, Instant.now()).toMillis() / 1000.0);
    }

    /** The moment that is the present of this year: when its company was founded. */
    private Instant begun(Company company) {
        return db.transact(() -> {
            var founded = founded();
            if (founded.isPresent()) return founded.get();
            var present = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            founding.found(company, present.minus(Duration.ofDays(370)));
            rota.present(present);
            chapter(0, present);
            return present;
        });
    }

    private Optional<Instant> founded() {
        return db.sql("select written_at from demo.chapter where number = 0")
                .optional(row -> row.instant("written_at"));
    }

    private void write(List<Integer> missing, Year year, Cast cast, Instant present, Pace pace) {
        var story = Story.read();
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var written = missing.stream()
                    .<Future<?>>map(c -> hands.submit(() -> {
                        chapter(c, year, cast, story, present);
                        pace.step();
                    }))
                    .toList();
            for (var chapter : written) await(chapter);
        }
    }

    private static void await(Future<?> chapter) {
        try {
            chapter.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw new IllegalStateException("the made-up year does not hold together: " + refused.problems(), e);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Some tickets with their whole lives, in one transaction. */
    private void chapter(int chapter, Year year, Cast cast, Story story, Instant present) {
        int from = (chapter - 1) * CHAPTER;
        var starts = year.starts()
                .subList(from, Math.min(from + CHAPTER, year.starts().size()));
        db.transact(() -> {
            for (var start : starts) {
                new Life(doors, cast, story, new SplittableRandom(start.seed()), start, present).live();
            }
            chapter(chapter, present);
        });
    }

    private void chapter(int number, Instant present) {
        db.sql("insert into demo.chapter (number, written_at) values (:number, :present)")
                .bind("number", number)
                .bind("present", present)
                .updateOne();
    }

    private Set<Integer> chapters() {
        return new HashSet<>(db.sql("select number from demo.chapter").list(row -> row.integer("number")));
    }

    /** Says now and then how far it has come. */
    private static final class Pace {
        private final PrintStream console;
        private final int all;
        private final AtomicInteger done;
        private Instant told = Instant.now();

        private Pace(PrintStream console, int done, int all) {
            this.console = console;
            this.all = all;
            this.done = new AtomicInteger(done);
        }

        synchronized void step() {
            int chapters = done.incrementAndGet();
            if (Instant.now().isBefore(told.plus(BEAT))) return;
            told = Instant.now();
            console.printf("  %,d of %,d%n", chapters * CHAPTER, all * CHAPTER);
        }
    }
}
