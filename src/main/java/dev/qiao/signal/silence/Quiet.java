package dev.qiao.signal.silence;

import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.rule.Traits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The silences that are not over, ready to be asked. */
public final class Quiet {
    private record Line(Silence silence, Matchers conditions) {}

    private final List<Line> lines;

    Quiet(List<Silence> silences) {
        this.lines = silences.stream()
                .map(silence -> new Line(silence, silence.conditions()))
                .toList();
    }

    /** The silence under which an alert falls at this moment; null: under none. */
    public @Nullable Long over(Traits traits, @Nullable Long service, Instant now) {
        for (var line : lines) {
            var silence = line.silence();
            boolean active = silence.phase(now) == Silence.Phase.ACTIVE;
            if (active && silence.covers(line.conditions(), traits, service)) return silence.id();
        }
        return null;
    }
}
