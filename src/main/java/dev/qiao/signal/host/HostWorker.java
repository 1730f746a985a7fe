package dev.qiao.signal.host;

import dev.qiao.base.Worker;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.metric.Sample;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import oshi.SystemInfo;

/** Measures the machine on which this node runs, each node its own. */
@Component
class HostWorker implements Worker {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final boolean on;
    private final Points points;
    private final Sources sources;
    private final Rest rest = new Rest(Duration.ofSeconds(30));
    private final Patience machinery = new Patience("this machine", LIMIT);
    /** By itself: a filesystem that hangs hides no other figure. */
    private final Patience space = new Patience("filesystems of this machine", LIMIT);

    @Autowired
    HostWorker(Settings settings, Points points, Sources sources) {
        this(settings.flag(Setting.HOST_METRICS), points, sources);
    }

    HostWorker(boolean on, Points points, Sources sources) {
        this.on = on;
        this.points = points;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "signal.host";
    }

    @Override
    public int work(Instant now) {
        if (!on || rest.goesOn(now)) return 0;
        rest.begin(now);
        var samples = new ArrayList<Sample>(machinery.ask(() -> Machinery.measure(host(), now)));
        samples.addAll(space.ask(() -> Space.measure(host(), now)));
        if (!samples.isEmpty()) points.record(sources.own(now).id(), List.copyOf(samples), now);
        return samples.isEmpty() ? 0 : 1;
    }

    private static String host() {
        return new SystemInfo().getOperatingSystem().getNetworkParams().getHostName();
    }
}
