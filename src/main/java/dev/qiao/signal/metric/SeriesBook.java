package dev.qiao.signal.metric;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which number the series of a source have; new ones get one, within the bound. */
@Component
class SeriesBook {
    private static final List<String> NAMING = List.of("service", "app", "application", "job");

    private final SeriesSql sql;
    private final Sources sources;
    private final Services services;

    SeriesBook(SeriesSql sql, Sources sources, Services services) {
        this.sql = sql;
        this.sources = sources;
        this.services = services;
    }

    /** By mark; one that may not begin is missing. */
    Map<UUID, Long> ids(long source, List<Sample> samples, List<UUID> marks, Instant now) {
        var wanted = new LinkedHashMap<UUID, Sample>();
        for (int n = 0; n < marks.size(); n++) wanted.putIfAbsent(marks.get(n), samples.get(n));
        var ids = new HashMap<>(sql.known(source, wanted.keySet()));
        wanted.keySet().removeAll(ids.keySet());
        if (wanted.isEmpty()) return ids;
        sql.lock(source);
        long room = Points.MOST_SERIES - sql.count(source);
        var fresh = wanted.entrySet().stream().limit(Math.max(0, room)).toList();
        sql.insert(
                source,
                fresh,
                fresh.stream().map(one -> service(source, one.getValue())).toList(),
                now);
        ids.putAll(sql.known(source, wanted.keySet()));
        return ids;
    }

    /** The same for the same metric and labels. */
    static UUID mark(Sample sample) {
        var text = new StringBuilder(sample.metric());
        sample.labels()
                .forEach((name, value) ->
                        text.append('\0').append(name).append('\0').append(value));
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Long service(long source, Sample sample) {
        return NAMING.stream()
                .map(sample.labels()::get)
                .filter(Objects::nonNull)
                .flatMap(code -> services.byCode(code.toLowerCase(Locale.ROOT)).stream())
                .map(Service::id)
                .findFirst()
                .or(() -> sources.find(source).map(Source::service))
                .orElse(null);
    }
}
