package dev.qiao.signal.watch;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.reach.Reach;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.signal.Alarms;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.watch.Figures.Watched;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a rule finds, as alerts of the desk's own. */
@Component
class WatchTelling {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Alarms alarms;
    private final Sources sources;
    private final Services services;
    private final Languages languages;
    private final Reach reach;

    WatchTelling(Alarms alarms, Sources sources, Services services, Languages languages, Reach reach) {
        this.alarms = alarms;
        this.sources = sources;
        this.services = services;
        this.languages = languages;
        this.reach = reach;
    }

    /** Within the caller's transaction. */
    void tell(Collection<Told> told, Instant now) {
        if (!told.isEmpty()) alarms.tell(sources.own(now).id(), told.stream().toList(), now);
    }

    void over(Watch watch, Collection<String> courses, Instant now) {
        tell(courses.stream().map(course -> over(watch, course)).toList(), now);
    }

    Told over(Watch watch, String course) {
        var key = key(watch, course);
        return new Told(Says.RESOLVED, key, key, null, null, watch.draft().severity(), "", "", "", Map.of());
    }

    Told alarming(Watch watch, Watched course, Standing standing, ZoneId zone) {
        var draft = watch.draft();
        var labels = labels(draft, course);
        return new Told(
                Says.FIRING,
                key(watch, course.key()),
                // Of one machine or service it is one fault, however many of its figures say so.
                "watch " + watch.id() + " "
                        + labels.getOrDefault("instance", labels.getOrDefault("service", course.key())),
                standing.since(),
                null,
                draft.severity(),
                Payload.cut(title(draft, standing, zone)),
                described(course),
                reach.of("/charts?" + query(draft.metric(), course)),
                labels);
    }

    private String title(WatchDraft draft, Standing standing, ZoneId zone) {
        var lang = lang();
        var value = Amount.of(standing.value());
        var bound = Amount.of(standing.bound());
        return switch (draft.sign()) {
            case Threshold threshold ->
                lang.t("signal.watch_over." + threshold.side().code(), draft.name(), value, bound, threshold.minutes());
            case Trend _ ->
                lang.t(
                        "signal.watch_comes",
                        draft.name(),
                        value,
                        MOMENT.format(Objects.requireNonNull(standing.comesAt()).atZone(zone)),
                        bound);
            case Season _ -> lang.t("signal.watch_unusual", draft.name(), value, bound);
        };
    }

    private static String described(Watched course) {
        return course.labels().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Whose service its labels do not name is about what the rule says. */
    private Map<String, String> labels(WatchDraft draft, Watched course) {
        var labels = new TreeMap<>(course.labels());
        labels.put("rule", draft.name());
        var about = course.service() == null ? draft.service() : course.service();
        if (about != null) services.find(about).map(Service::code).ifPresent(code -> labels.put("service", code));
        return labels;
    }

    /** The chart of what is told. */
    private static String query(String metric, Watched course) {
        var instance = course.labels().get("instance");
        var only =
                instance == null ? "" : "&match=" + URLEncoder.encode("instance=" + instance, StandardCharsets.UTF_8);
        return "metric=" + URLEncoder.encode(metric, StandardCharsets.UTF_8) + only;
    }

    private static String key(Watch watch, String course) {
        return "watch " + watch.id() + " " + course;
    }

    private Lang lang() {
        return languages.of(null);
    }
}
