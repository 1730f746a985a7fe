package dev.qiao.signal.dates;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.asset.warranty.Warranties;
import dev.qiao.asset.warranty.Warranty;
import dev.qiao.base.Db;
import dev.qiao.base.Preferences;
import dev.qiao.base.Worker;
import dev.qiao.base.reach.Reach;
import dev.qiao.base.web.Languages;
import dev.qiao.signal.Alarms;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Warns of warranties that end soon, each once; it is over when what comes after it is written down, or when it is taken out. */
@Component
class WarrantyWorker implements Worker {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Db db;
    private final Warranties warranties;
    private final WarrantyToldSql sql;
    private final Services services;
    private final Alarms alarms;
    private final Sources sources;
    private final Languages languages;
    private final Preferences preferences;
    private final Reach reach;
    private final Rest rest = new Rest(PAUSE);

    WarrantyWorker(
            Db db,
            Warranties warranties,
            WarrantyToldSql sql,
            Services services,
            Alarms alarms,
            Sources sources,
            Languages languages,
            Preferences preferences,
            Reach reach) {
        this.db = db;
        this.warranties = warranties;
        this.sql = sql;
        this.services = services;
        this.alarms = alarms;
        this.sources = sources;
        this.languages = languages;
        this.preferences = preferences;
        this.reach = reach;
    }

    @Override
    public String name() {
        return "signal.warranties";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        rest.begin(now);
        return db.transact(() -> look(now));
    }

    private int look(Instant now) {
        var today = LocalDate.ofInstant(now, preferences.zone());
        var before = sql.alone();
        var known = new HashMap<Long, Warranty>();
        warranties.due(today, before.keySet()).forEach(warranty -> known.put(warranty.id(), warranty));
        var said = new ArrayList<Told>();
        var begun = new HashMap<Long, LocalDate>();
        var over = new ArrayList<Long>();
        for (var warranty : known.values()) {
            var endsOn = warranty.draft().endsOn();
            if (warranty.due(today) && !endsOn.equals(before.get(warranty.id()))) {
                said.add(firing(warranty, today));
                begun.put(warranty.id(), endsOn);
            }
        }
        for (long id : before.keySet()) {
            var warranty = known.get(id);
            if (warranty != null && warranty.due(today)) continue;
            said.add(new Told(Says.RESOLVED, key(id), key(id), null, now, Severity.WARNING, "", "", "", Map.of()));
            over.add(id);
        }
        if (said.isEmpty()) return 0;
        sql.told(begun);
        sql.over(over);
        alarms.tell(sources.own(now).id(), List.copyOf(said), now);
        return said.size();
    }

    private Told firing(Warranty warranty, LocalDate today) {
        var draft = warranty.draft();
        var labels = new HashMap<String, String>();
        labels.put("warranty", draft.name());
        if (draft.service() != null)
            services.find(draft.service()).map(Service::code).ifPresent(code -> labels.put("service", code));
        var word = warranty.over(today) ? "signal.warranty_ended" : "signal.warranty_ends";
        var text = languages.of(null).t("signal.warranty_text", draft.supplier(), draft.contract());
        return new Told(
                Says.FIRING,
                key(warranty.id()),
                key(warranty.id()),
                null,
                null,
                Severity.WARNING,
                languages.of(null).t(word, draft.name(), draft.endsOn()),
                draft.supplier().isEmpty() && draft.contract().isEmpty() ? "" : text,
                reach.of("/warranties"),
                labels);
    }

    private static String key(long warranty) {
        return "warranty " + warranty;
    }
}
