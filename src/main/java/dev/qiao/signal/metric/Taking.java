package dev.qiao.signal.metric;

import dev.qiao.signal.Measured;
import dev.qiao.signal.metric.Refusal.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What of one message is taken, as it is read. */
final class Taking {
    private final Instant now;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Reason, Long> refused = new EnumMap<>(Reason.class);

    Taking(Instant now) {
        this.now = now;
    }

    /** All that one figure was written as, or none of it. */
    void take(List<Sample> figure) {
        if (samples.size() + figure.size() > Points.MOST_SAMPLES) {
            refuse(Reason.MANY);
            return;
        }
        for (var sample : figure) {
            var wrong = Points.wrong(sample, now);
            if (wrong != null) {
                refuse(wrong);
                return;
            }
        }
        samples.addAll(figure);
    }

    void refuse(Reason reason) {
        refused.merge(reason, 1L, Long::sum);
    }

    Instant now() {
        return now;
    }

    Measured taken() {
        return new Measured(samples, refused);
    }
}
