package dev.qiao.signal;

import dev.qiao.base.Worker;
import dev.qiao.base.web.Languages;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Beat;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Notices what should have called and did not: its silence is an alert, which its next call ends. */
@Component
class HeartbeatWorker implements Worker {
    /** By which the silence of a source is known, as {@code format.Heartbeat} knows its call. */
    private static final String KEY = "heartbeat";

    private final Sources sources;
    private final Alarms alarms;
    private final Languages languages;
    private final Rest rest = new Rest(Duration.ofSeconds(5));

    HeartbeatWorker(Sources sources, Alarms alarms, Languages languages) {
        this.sources = sources;
        this.alarms = alarms;
        this.languages = languages;
    }

    @Override
    public String name() {
        return "signal.heartbeats";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        rest.begin(now);
        var silent = sources.silent(now);
        silent.forEach(beat -> raise(beat, now));
        return silent.size();
    }

    private void raise(Beat beat, Instant now) {
        var source = beat.source();
        var title = languages.of(null).t("signal.heartbeat_silent", source.name());
        var told = new Told(
                Says.FIRING,
                KEY,
                KEY + " " + source.id(),
                beat.due(),
                null,
                Severity.MAJOR,
                title,
                "",
                "",
                Map.of("source", source.name()));
        alarms.tell(source.id(), List.of(told), now);
    }
}
