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
import dev.qiao.signal.Severity;
import dev.qiao.signal.watch.Season;
import dev.qiao.signal.watch.Side;
import dev.qiao.signal.watch.Sign;
import dev.qiao.signal.watch.Threshold;
import dev.qiao.signal.watch.Trend;
import dev.qiao.signal.watch.Watch;
import dev.qiao.signal.watch.WatchDraft;
import dev.qiao.signal.watch.Watches;
import dev.qiao.signal.watch.Watching;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which figures are watched. */
@RestController
@RequestMapping("/api/v1/watches")
class WatchApi {
    private static final String LIST = "watches";

    /**
     * A rule as it should be; which numbers it needs goes by its kind.
     *
     * @param kind threshold, trend or season
     * @param side above or below; with a season absent for both
     * @param limit beyond which it warns, or that will be reached
     * @param calm of a threshold: where it is over; absent: at the limit
     * @param minutes of a threshold: how long it has to last
     * @param hours of a trend: within which the limit is reached
     * @param back of a trend: hours that are looked back
     * @param times of a season: how many scatters it is off
     * @param least of a season: what is off by less is nothing
     * @param service the code of what it is about where labels do not say
     * @param version that was seen; absent: whatever it is
     */
    record Given(
            @Nullable String name,
            @Nullable String metric,
            @Nullable List<String> matchers,
            @Nullable String kind,
            @Nullable String side,
            @Nullable Double limit,
            @Nullable Double calm,
            @Nullable Integer minutes,
            @Nullable Integer hours,
            @Nullable Integer back,
            @Nullable Double times,
            @Nullable Double least,
            @Nullable String severity,
            @Nullable String service,
            @Nullable Boolean active,
            @Nullable Integer version) {}

    /**
     * A rule as programs see it.
     *
     * @param courses how many series it watches, as it last found them
     * @param wrong how many of them are wrong now
     */
    record Shown(
            long id,
            String name,
            String metric,
            List<String> matchers,
            Sign.Kind kind,
            @Nullable Side side,
            @Nullable Double limit,
            @Nullable Double calm,
            @Nullable Integer minutes,
            @Nullable Integer hours,
            @Nullable Integer back,
            @Nullable Double times,
            @Nullable Double least,
            Severity severity,
            @Nullable Ref service,
            boolean active,
            int version,
            int courses,
            int wrong) {}

    private final Watches watches;
    private final Services services;
    private final InstantSource clock;

    WatchApi(Watches watches, Services services, InstantSource clock) {
        this.watches = watches;
        this.services = services;
        this.clock = clock;
    }

    @Needs(Permission.TICKET_WORK)
    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        var after = paging.after(LIST);
        long from = after == null ? 0 : after.number(0);
        var rows = watches.all(me).stream()
                .filter(watch -> watch.id() > from)
                .sorted(Comparator.comparingLong(Watch::id))
                .limit(paging.limit() + 1L)
                .toList();
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.id()))
                .map(watch -> shown(watch, me));
    }

    @Needs(Permission.TICKET_WORK)
    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        return shown(watches.find(id, me), me);
    }

    @Needs(Permission.DESK_CONFIGURE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Given given, Me me) {
        return shown(watches.create(draft(given), me, clock.instant()), me);
    }

    /** As a whole. */
    @Needs(Permission.DESK_CONFIGURE)
    @PutMapping("/{id}")
    Shown update(@PathVariable long id, @RequestBody Given given, Me me) {
        int seen = Objects.requireNonNullElseGet(
                given.version(), () -> watches.find(id, me).version());
        return shown(watches.update(id, seen, draft(given), me, clock.instant()), me);
    }

    @Needs(Permission.DESK_CONFIGURE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, Me me) {
        watches.delete(id, me, clock.instant());
    }

    private WatchDraft draft(Given given) {
        return new WatchDraft(
                Objects.requireNonNullElse(given.name(), ""),
                Objects.requireNonNullElse(given.metric(), ""),
                Objects.requireNonNullElse(given.matchers(), List.of()),
                sign(given),
                Coded.of(Severity.class, "severity", Objects.requireNonNullElse(given.severity(), "warning")),
                service(given.service()),
                !Boolean.FALSE.equals(given.active()));
    }

    private static Sign sign(Given given) {
        return switch (Coded.of(Sign.Kind.class, "kind", Objects.requireNonNullElse(given.kind(), ""))) {
            case THRESHOLD -> {
                double limit = number("limit", given.limit());
                double calm = given.calm() == null ? limit : given.calm();
                yield new Threshold(side(given), limit, calm, number("minutes", given.minutes()));
            }
            case TREND ->
                new Trend(
                        side(given),
                        number("limit", given.limit()),
                        number("hours", given.hours()),
                        number("back", given.back()));
            case SEASON ->
                new Season(
                        given.side() == null ? null : side(given),
                        number("times", given.times()),
                        number("least", given.least()));
        };
    }

    private static Side side(Given given) {
        return Coded.of(Side.class, "side", Objects.requireNonNullElse(given.side(), ""));
    }

    private static <T> T number(String field, @Nullable T given) {
        if (given == null) throw Refused.invalid(field, "signal.watch_number");
        return given;
    }

    private @Nullable Long service(@Nullable String code) {
        if (code == null) return null;
        return services.byCode(code)
                .map(Service::id)
                .orElseThrow(() -> Refused.invalid("service", "signal.no_service"));
    }

    private Shown shown(Watch watch, Me me) {
        var watching = watches.watching(me).getOrDefault(watch.id(), Watching.NOTHING);
        var draft = watch.draft();
        var sign = draft.sign();
        var threshold = sign instanceof Threshold t ? t : null;
        var trend = sign instanceof Trend t ? t : null;
        var season = sign instanceof Season s ? s : null;
        var service =
                draft.service() == null ? null : services.find(draft.service()).orElse(null);
        return new Shown(
                watch.id(),
                draft.name(),
                draft.metric(),
                draft.matchers(),
                sign.sort(),
                threshold != null
                        ? threshold.side()
                        : trend != null ? trend.side() : season == null ? null : season.side(),
                threshold != null ? (Double) threshold.limit() : trend != null ? (Double) trend.limit() : null,
                threshold == null ? null : threshold.calm(),
                threshold == null ? null : threshold.minutes(),
                trend == null ? null : trend.hours(),
                trend == null ? null : trend.back(),
                season == null ? null : season.times(),
                season == null ? null : season.least(),
                draft.severity(),
                service == null ? null : new Ref(service.code(), service.name()),
                draft.active(),
                watch.version(),
                watching.courses(),
                watching.wrong());
    }
}
