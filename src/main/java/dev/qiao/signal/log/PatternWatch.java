package dev.qiao.signal.log;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.base.reach.Reach;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.signal.Alarms;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.log.WatchSql.Candidate;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Warns when a log says what it never said, or says something far more often than it used to. Each five minutes are judged once, a
 * little after they are over; a warning, which calls nobody, is over when its reason has not been seen for a while.
 */
@Component
class PatternWatch implements Worker {
    /** So long lines may be on their way. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final Duration UNTOLD = Duration.ofHours(1);
    /** What is new is over when it has not come for so long; what explodes, when it has been as usual for so long. */
    private static final Duration SILENT = Duration.ofHours(1);

    private static final Duration CALM = Duration.ofMinutes(15);
    private static final int LISTED = 20;
    private static final String NEW = "new ";
    private static final String EXPLODES = "explodes ";

    private final Db db;
    private final MinerSql miners;
    private final WatchSql sql;
    private final Sources sources;
    private final Alarms alarms;
    private final Languages languages;
    private final Reach reach;
    private final Rest rest = new Rest(Duration.ofSeconds(10));

    PatternWatch(
            Db db, MinerSql miners, WatchSql sql, Sources sources, Alarms alarms, Languages languages, Reach reach) {
        this.db = db;
        this.miners = miners;
        this.sql = sql;
        this.sources = sources;
        this.alarms = alarms;
        this.languages = languages;
        this.reach = reach;
    }

    @Override
    public String name() {
        return "signal.patterns";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        rest.begin(now);
        var until = Slots.of(now.minus(LATE));
        int told = 0;
        for (var source : sources.warning()) told += db.transact(() -> judge(source, until, now));
        return told;
    }

    private int judge(Source source, Instant until, Instant now) {
        if (!miners.watch(source.id(), until)) return 0;
        var told = new ArrayList<Told>();
        over(source, now, told);
        fresh(source, now, told);
        exploding(source, until.minus(Slots.LENGTH), told);
        alarms.tell(source.id(), told, now);
        return told.size();
    }

    /** However many are new at once, as after a change, they are one warning with all of them in it. */
    private void fresh(Source source, Instant now, List<Told> told) {
        var fresh = sql.fresh(source.id(), now.minus(UNTOLD));
        if (fresh.isEmpty()) return;
        var first = fresh.getFirst();
        var key = NEW + first.id();
        sql.warn(source.id(), fresh.stream().map(Candidate::id).toList(), key, 0);
        var title = lang().t("signal.pattern_new", fresh.size(), source.name(), first.text());
        var text = fresh.stream().limit(LISTED).map(Candidate::text).collect(Collectors.joining("\n"));
        var more = fresh.size() <= LISTED ? "" : "\n" + lang().t("signal.and_more", fresh.size() - LISTED);
        told.add(told(Says.FIRING, source, key, title, text + more, first.id()));
    }

    private void exploding(Source source, Instant slot, List<Told> told) {
        var loud = sql.loud(source.id(), slot, Baseline.LEAST, slot.minus(Baseline.SHORTEST));
        if (loud.isEmpty()) return;
        var ids = loud.stream().map(Candidate::id).toList();
        var past = sql.past(source.id(), ids, slot.minus(Baseline.PAST), slot);
        for (var one : loud) {
            long above = Baseline.above(slot, one.firstAt(), past.getOrDefault(one.id(), Map.of()));
            if (one.lines() <= above) continue;
            var key = EXPLODES + one.id();
            sql.warn(source.id(), List.of(one.id()), key, above);
            var title = lang().t("signal.pattern_explodes", one.lines(), source.name(), one.text());
            var text = lang().t("signal.pattern_usual", above, one.text());
            told.add(told(Says.FIRING, source, key, title, text, one.id()));
        }
    }

    private void over(Source source, Instant now, List<Told> told) {
        var over = sql.standing(source.id()).stream()
                .filter(each -> each.lastAt()
                        .plus(each.alarm().startsWith(EXPLODES) ? CALM : SILENT)
                        .isBefore(now))
                .map(WatchSql.Standing::alarm)
                .toList();
        if (over.isEmpty()) return;
        sql.over(source.id(), over);
        for (var key : over) told.add(told(Says.RESOLVED, source, key, "", "", 0));
    }

    private Told told(Says says, Source source, String key, String title, String text, long pattern) {
        return new Told(
                says,
                key,
                "patterns " + source.id(),
                null,
                null,
                Severity.WARNING,
                Payload.cut(title),
                text,
                reach.of("/patterns/" + source.id() + "/" + pattern),
                Map.of("source", source.name()));
    }

    private Lang lang() {
        return languages.of(null);
    }
}
