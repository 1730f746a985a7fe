package dev.qiao.signal.api;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Quarantine;
import dev.qiao.signal.Standing;
import dev.qiao.signal.source.Connecting;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The senders that are connected. */
@Needs(Permission.DESK_CONFIGURE)
@RestController
@RequestMapping("/api/v1/sources")
class SourceApi {
    private static final String LIST = "sources";

    /**
     * What is to be connected.
     *
     * @param service the code of what its alerts are about where their labels do not say
     */
    record Given(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String service) {}

    /**
     * A source as programs see it.
     *
     * @param waiting messages that are not read yet; counts end at 1000
     * @param aside messages that nobody could read
     * @param url with {@code key}, only where it was just connected: the key is shown this once
     */
    record Shown(
            long id,
            String name,
            Sender kind,
            @Nullable Ref service,
            boolean active,
            @Nullable Instant lastAt,
            int waiting,
            int aside,
            @Nullable String url,
            @Nullable String key) {}

    private final Sources sources;
    private final Quarantine quarantine;
    private final Connecting connecting;
    private final Services services;
    private final InstantSource clock;

    SourceApi(Sources sources, Quarantine quarantine, Connecting connecting, Services services, InstantSource clock) {
        this.sources = sources;
        this.quarantine = quarantine;
        this.connecting = connecting;
        this.services = services;
        this.clock = clock;
    }

    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        var after = paging.after(LIST);
        long from = after == null ? 0 : after.number(0);
        var rows = sources.all(me).stream()
                .filter(source -> source.id() > from)
                .limit(paging.limit() + 1L)
                .toList();
        var page = Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.id()));
        var standings = quarantine.standings(me, clock.instant());
        return new Slice<>(
                page.items().stream()
                        .map(source -> shown(source, standings.getOrDefault(source.id(), Standing.SILENT), null))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        var standing = quarantine.standing(id, me, clock.instant());
        return shown(sources.find(id, me), standing, null);
    }

    /** The answer is the only one that holds the key. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Given given, Me me) {
        var kind = Sender.connected("kind", Objects.requireNonNullElse(given.kind(), ""));
        var name = Objects.requireNonNullElse(given.name(), "");
        var draft = new SourceDraft(name, kind, service(given.service()), Setup.usual(kind), true);
        var issued = sources.create(draft, me, clock.instant());
        return shown(issued.source(), Standing.SILENT, issued.key());
    }

    private @Nullable Long service(@Nullable String code) {
        if (code == null) return null;
        return services.byCode(code)
                .map(Service::id)
                .orElseThrow(() -> Refused.invalid("service", "signal.no_service"));
    }

    private Shown shown(Source source, Standing standing, @Nullable String key) {
        var service = source.service() == null
                ? null
                : services.find(source.service()).orElse(null);
        var way = key == null ? null : connecting.of(source, key);
        return new Shown(
                source.id(),
                source.name(),
                source.kind(),
                service == null ? null : new Ref(service.code(), service.name()),
                source.active(),
                standing.lastAt(),
                standing.waiting(),
                standing.aside(),
                way == null ? null : way.url(),
                way == null ? null : way.key());
    }
}
