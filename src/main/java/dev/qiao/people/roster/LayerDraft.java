package dev.qiao.people.roster;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.people.roster.Layer.Unit;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A layer as its lead describes it. */
public record LayerDraft(
        String name,
        int level,
        LocalDateTime starts,
        @Nullable LocalDateTime ends,
        int every,
        Unit unit,
        List<Set<Long>> turns,
        List<Window> windows) {
    private static final int LONGEST_NAME = 60;
    private static final int HIGHEST = 9;
    private static final int MOST_EVERY = 400;
    private static final int MOST_TURNS = 50;
    private static final int MOST_WINDOWS = 100;

    public LayerDraft {
        name = name.strip();
        starts = starts.truncatedTo(ChronoUnit.MINUTES);
        turns = turns.stream().filter(turn -> !turn.isEmpty()).map(Set::copyOf).toList();
        windows = List.copyOf(windows);
    }

    /** What a layer says. */
    static LayerDraft of(Layer layer) {
        return new LayerDraft(
                layer.name(),
                layer.level(),
                layer.starts(),
                layer.ends(),
                layer.every(),
                layer.unit(),
                layer.turns(),
                layer.windows());
    }

    /** People who stand together at these hours and do not take turns. */
    public static LayerDraft fixed(String name, LocalDateTime starts, Set<Long> people, List<Window> windows) {
        return new LayerDraft(name, 0, starts, null, 1, Unit.WEEK, List.of(people), windows);
    }

    /** Errors: every field that is wrong, at once. */
    LayerDraft checked(Set<Long> staff) {
        var problems = new ArrayList<Problem>();
        unless(problems, !name.isEmpty() && name.length() <= LONGEST_NAME, "name", "people.name_length", LONGEST_NAME);
        unless(problems, level >= 0 && level <= HIGHEST, "level", "people.level_range", HIGHEST);
        unless(problems, ends == null || ends.isAfter(starts), "ends", "people.ends_before");
        unless(problems, every >= 1 && every <= MOST_EVERY, "every", "people.every_range", MOST_EVERY);
        unless(problems, !turns.isEmpty(), "turns", "people.turns_none");
        unless(problems, turns.size() <= MOST_TURNS, "turns", "people.turns_many", MOST_TURNS);
        unless(problems, turns.stream().allMatch(staff::containsAll), "turns", "people.roster_stranger");
        check(problems, windows, "hours");
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return this;
    }

    static void check(List<Problem> problems, List<Window> windows, String field) {
        unless(problems, windows.stream().allMatch(Window::sound), field, "people.roster_span");
        unless(problems, windows.size() <= MOST_WINDOWS, field, "people.roster_long", MOST_WINDOWS);
        var starts = windows.stream().map(w -> List.of(w.day(), w.starts())).distinct();
        unless(problems, starts.count() == windows.size(), field, "people.roster_twice");
    }

    private static void unless(List<Problem> problems, boolean right, String field, String key, Object... arguments) {
        if (!right) problems.add(new Problem(field, key, List.of(arguments)));
    }
}
