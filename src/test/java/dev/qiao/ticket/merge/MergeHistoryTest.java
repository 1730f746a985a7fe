package dev.qiao.ticket.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Check;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.split.Splits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is merged, split, and taken back in any order: nothing is lost, and all of it can be taken back. */
@QiaoTest
class MergeHistoryTest {
    private static final int TICKETS = 5;
    private static final int ACTS = 40;

    /** What of a ticket must be as before when everything was taken back. */
    record Picture(Stage stage, Ticket.Place place, String title, int comments, Set<Long> follows) {}

    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Merges merges;

    @Autowired
    Splits splits;

    @Autowired
    Participants participants;

    @Autowired
    TestClock clock;

    @Autowired
    List<Check> checks;

    Me lin;
    Me manager;
    Team team;
    Instant now;
    final List<Long> numbers = new ArrayList<>();
    /** What was said, by its id. */
    final Map<Long, String> said = new TreeMap<>();

    final Deque<Runnable> back = new ArrayDeque<>();

    @BeforeEach
    void aDesk() {
        now = clock.instant();
        team = cast.team(null);
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.join(team, cast.hire("manager"));
    }

    @Test
    void nothingIsLostAndEverythingCanBeTakenBack() {
        var ours = new TreeSet<String>();
        for (long seed = 1; seed <= 8; seed++) {
            lived(new Random(seed));
            numbers.forEach(number -> ours.add(Long.toString(number)));
        }
        promisesAndCountersHold(ours);
    }

    private void lived(Random random) {
        numbers.clear();
        said.clear();
        for (int i = 0; i < TICKETS; i++) open(random);
        var before = numbers.stream().collect(Collectors.toMap(n -> n, this::picture));
        var originals = List.copyOf(numbers);
        for (int act = 0; act < ACTS; act++) {
            now = now.plus(Duration.ofMinutes(7));
            live(random);
            nothingIsLost();
        }
        while (!back.isEmpty()) {
            now = now.plus(Duration.ofMinutes(7));
            back.pop().run();
            nothingIsLost();
        }
        for (long number : originals)
            assertThat(picture(number)).as("%d", number).isEqualTo(before.get(number));
    }

    private void open(Random random) {
        var organization = cast.organization(false);
        var number = tickets.open(
                        Draft.titled("第" + numbers.size() + "张", cast.hire("requester", organization), Source.WEB), now)
                .number();
        tickets.assign(number, null, team.id(), null, null, manager, now);
        numbers.add(number);
        for (int i = 0; i < 3; i++) say(number, random);
        switch (random.nextInt(3)) {
            case 0 -> tickets.accept(number, null, lin, now);
            case 1 -> tickets.hold(number, null, HoldFor.SUPPLIER, "等备件", now.plus(Duration.ofDays(3)), lin, now);
            default -> {}
        }
    }

    private void live(Random random) {
        long one = numbers.get(random.nextInt(numbers.size()));
        long other = numbers.get(random.nextInt(numbers.size()));
        switch (random.nextInt(6)) {
            case 0, 1 -> attempt(() -> merges.merge(one, other, manager, now), () -> merges.unmerge(one, manager, now));
            case 2, 3 -> split(one, random);
            case 4 -> takeOneBack(random);
            default -> {}
        }
    }

    private void split(long number, Random random) {
        var here = tickets.find(number, manager);
        var words = new ArrayList<>(conversation.of(here, manager, 0, 100));
        if (words.isEmpty()) return;
        var some = words.subList(0, 1 + random.nextInt(words.size())).stream()
                .map(Comment::id)
                .toList();
        try {
            long fresh = splits.split(number, null, some, manager, now).number();
            numbers.add(fresh);
            back.push(() -> splits.unsplit(fresh, manager, now));
        } catch (Refused _) {
            // What goes on elsewhere is not split.
        }
    }

    /** Not the last, as one does at once, but any: most are refused until what stands on them came back. */
    private void takeOneBack(Random random) {
        if (back.isEmpty()) return;
        var all = new ArrayList<>(back);
        var any = all.get(random.nextInt(all.size()));
        try {
            any.run();
            back.remove(any);
        } catch (Refused _) {
            // Something later stands on it; it comes back when that did.
        }
    }

    private void attempt(Runnable act, Runnable undo) {
        try {
            act.run();
            back.push(undo);
        } catch (Refused _) {
            // Into itself, into a family of its own, or merged already.
        }
    }

    private void say(long number, Random random) {
        var audience = random.nextBoolean() ? Audience.PUBLIC : Audience.INTERNAL;
        var comment = conversation.say(number, "话" + said.size(), audience, List.of(), manager, now);
        said.put(comment.id(), comment.text());
    }

    /** Each word stands once, as it was said, and is read in whatever its number leads to. */
    private void nothingIsLost() {
        var read = new TreeMap<Long, String>();
        for (long number : numbers) {
            if (merges.survivor(number).isPresent()) continue;
            var ticket = tickets.find(number, manager);
            for (var comment : conversation.of(merges.read(ticket, manager), manager, 0, 500)) {
                assertThat(read.put(comment.id(), comment.text()))
                        .as("read twice")
                        .isNull();
            }
        }
        assertThat(read).isEqualTo(said);
        for (var ticket : tickets.of(numbers)) {
            assertThat(ticket.tally().comments())
                    .isEqualTo(conversation.of(ticket, manager, 0, 500).size());
        }
    }

    private Picture picture(long number) {
        var ticket = tickets.find(number, manager);
        Set<Long> follows = participants.of(Tickets.KIND, number).stream()
                .map(Participant::person)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Picture(
                ticket.stage(),
                ticket.place(),
                ticket.matter().title(),
                ticket.tally().comments(),
                follows);
    }

    private void promisesAndCountersHold(Set<String> ours) {
        for (var name : List.of("ticket.tallies_are_counts", "ticket.due_is_nearest_clock", "sla.clock_is_replay")) {
            var check = checks.stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(check.problems())
                    .as(name)
                    .noneMatch(problem -> ours.stream().anyMatch(problem::contains));
        }
    }
}
