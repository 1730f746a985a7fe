package dev.qiao.signal.watch;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tries a rule on the day that was: what it would have found, before it is saved. */
@Component
public class WatchTrial {
    private static final int COURSES = 20;
    private static final int MOMENTS = 48;
    private static final Duration STEP = Duration.ofMinutes(30);

    /**
     * What it says of one course.
     *
     * @param now what it says of it now
     * @param times how often a warning would have begun in the last 24 hours
     */
    public record Tried(Map<String, String> labels, Verdict now, int times) {}

    /**
     * What came of it.
     *
     * @param more whether there are more courses than were tried
     */
    public record Trial(List<Tried> tried, boolean more) {}

    private final Figures figures;

    WatchTrial(Figures figures) {
        this.figures = figures;
    }

    /** Looked at every half hour. Errors: invalid, naming the fields. */
    public Trial of(WatchDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        var moments = new ArrayList<List<Figures.Watched>>();
        for (int n = MOMENTS; n >= 0; n--)
            moments.add(figures.of(checked, COURSES + 1, now.minus(STEP.multipliedBy(n)), me.zone()));
        var all = moments.getLast();
        var tried = new ArrayList<Tried>();
        for (int course = 0; course < Math.min(COURSES, all.size()); course++)
            tried.add(tried(checked.sign(), moments, course, now));
        return new Trial(tried, all.size() > COURSES);
    }

    private static Tried tried(Sign sign, List<List<Figures.Watched>> moments, int course, Instant now) {
        boolean standing = false;
        int times = 0;
        Verdict verdict = new Verdict.Unknown();
        for (int n = 0; n < moments.size(); n++) {
            var at = now.minus(STEP.multipliedBy(moments.size() - 1L - n));
            verdict = sign.judge(moments.get(n).get(course).readings(), at);
            boolean before = standing;
            standing = switch (verdict) {
                case Verdict.Alarming _ -> true;
                case Verdict.Calm _ -> false;
                case Verdict.Between _, Verdict.Unknown _ -> standing;
            };
            if (standing && !before) times++;
        }
        return new Tried(moments.getLast().get(course).labels(), verdict, times);
    }
}
