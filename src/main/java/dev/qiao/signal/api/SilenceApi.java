package dev.qiao.signal.api;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.signal.silence.Silence;
import dev.qiao.signal.silence.SilenceDraft;
import dev.qiao.signal.silence.Silences;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When nobody is called: silences and maintenance. */
@Needs(Permission.TICKET_WORK)
@RestController
@RequestMapping("/api/v1/silences")
class SilenceApi {
    private static final String LIST = "silences";

    /**
     * A silence as it should be. Of one that has begun only {@code endsAt} and {@code reason} can change; what else is absent stays.
     *
     * @param kind silence, or maintenance of a service; absent: a silence, or as it is
     * @param service the code of what is under maintenance
     * @param matchers conditions as those of rules; maintenance may have none
     * @param startsAt absent: now
     * @param version that was seen; absent: whatever it is
     */
    record Given(
            @Nullable String kind,
            @Nullable String service,
            @Nullable List<String> matchers,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String reason,
            @Nullable Integer version) {}

    /**
     * A silence as programs see it.
     *
     * @param endsAt as startsAt where it was called off before it began
     * @param by who made it; absent: the desk itself, or a program
     */
    record Shown(
            long id,
            Silence.Kind kind,
            Silence.Phase state,
            @Nullable Ref service,
            List<String> matchers,
            Instant startsAt,
            Instant endsAt,
            String reason,
            @Nullable Ref by,
            int version) {}

    private final Silences silences;
    private final Services services;
    private final People people;
    private final InstantSource clock;

    SilenceApi(Silences silences, Services services, People people, InstantSource clock) {
        this.silences = silences;
        this.services = services;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param over whether those are wanted that are over, instead of active and planned ones
     */
    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
    @GetMapping
    Slice<Shown> index(@RequestParam(defaultValue = "false") boolean over, Paging paging, Me me) {
        var now = clock.instant();
        var after = paging.after(LIST);
        long before = after == null ? Long.MAX_VALUE : after.number(0);
        var rows = silences.list(over, before, paging.limit() + 1, me, now);
        var makers = people.of(rows.stream()
                .map(Silence::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.id()))
                .map(silence -> shown(silence, makers, now));
    }

    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        return shown(silences.find(id, me));
    }

    /** Maintenance needs desk.configure. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Given given, Me me) {
        var kind = given.kind() == null ? Silence.Kind.SILENCE : kind(given.kind());
        return shown(silences.create(draft(given, kind), me, clock.instant()));
    }

    @PutMapping("/{id}")
    Shown update(@PathVariable long id, @RequestBody Given given, Me me) {
        var before = silences.find(id, me);
        int seen = Objects.requireNonNullElse(given.version(), before.version());
        var kind = given.kind() == null ? before.kind() : kind(given.kind());
        return shown(silences.update(id, seen, draft(given, kind), me, clock.instant()));
    }

    /** Ends it, or calls it off before it begins; what is still wrong is considered again. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, Me me) {
        silences.end(id, me, clock.instant());
    }

    private static Silence.Kind kind(String code) {
        return Coded.of(Silence.Kind.class, "kind", code);
    }

    private SilenceDraft draft(Given given, Silence.Kind kind) {
        return new SilenceDraft(
                kind,
                service(given.service()),
                Objects.requireNonNullElse(given.matchers(), List.of()),
                given.startsAt(),
                given.endsAt(),
                Objects.requireNonNullElse(given.reason(), ""));
    }

    private @Nullable Long service(@Nullable String code) {
        if (code == null) return null;
        return services.byCode(code)
                .map(Service::id)
                .orElseThrow(() -> Refused.invalid("service", "signal.no_service"));
    }

    private Shown shown(Silence silence) {
        var maker = silence.person();
        return shown(silence, maker == null ? Map.of() : people.of(List.of(maker)), clock.instant());
    }

    private Shown shown(Silence silence, Map<Long, Person> makers, Instant now) {
        var maker = silence.person() == null ? null : makers.get(silence.person());
        return new Shown(
                silence.id(),
                silence.kind(),
                silence.phase(now),
                silence.service() == null
                        ? null
                        : services.find(silence.service())
                                .map(it -> new Ref(it.code(), it.name()))
                                .orElse(null),
                silence.matchers(),
                silence.startsAt(),
                silence.endsAt(),
                silence.reason(),
                maker == null ? null : new Ref(maker.code(), maker.name()),
                silence.version());
    }
}
