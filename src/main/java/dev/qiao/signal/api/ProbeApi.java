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
import dev.qiao.signal.probe.Expected;
import dev.qiao.signal.probe.Probe;
import dev.qiao.signal.probe.ProbeDraft;
import dev.qiao.signal.probe.Probes;
import dev.qiao.signal.probe.Standing;
import java.time.Instant;
import java.time.InstantSource;
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

/** What the desk looks at itself. */
@RestController
@RequestMapping("/api/v1/probes")
class ProbeApi {
    private static final String LIST = "probes";

    /** What has to be seen, as {@link Expected} has it; what is not said is as usual. */
    record Sought(
            @Nullable String method,
            @Nullable Integer status,
            @Nullable String content,
            @Nullable Boolean expression,
            @Nullable Boolean unverified,
            @Nullable List<String> hosts,
            @Nullable String record,
            @Nullable String value,
            @Nullable String server,
            @Nullable String trust) {
        Expected expected() {
            var usual = Expected.ANYTHING;
            return new Expected(
                    Objects.requireNonNullElse(method, usual.method()),
                    status,
                    Objects.requireNonNullElse(content, usual.content()),
                    Objects.requireNonNullElse(expression, usual.expression()),
                    Objects.requireNonNullElse(unverified, usual.unverified()),
                    Objects.requireNonNullElse(hosts, usual.hosts()),
                    Objects.requireNonNullElse(record, usual.record()),
                    Objects.requireNonNullElse(value, usual.value()),
                    Objects.requireNonNullElse(server, usual.server()),
                    Objects.requireNonNullElse(trust, usual.trust()));
        }
    }

    /**
     * A probe as it should be; what is not said is as usual.
     *
     * @param service the code of the service that it looks at
     * @param every seconds
     * @param limit milliseconds
     * @param slow milliseconds from which it is degraded
     * @param version that was seen; null: whatever it is
     */
    record Given(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String target,
            @Nullable Sought expected,
            @Nullable String service,
            @Nullable Integer every,
            @Nullable Integer limit,
            @Nullable Integer failures,
            @Nullable Integer successes,
            @Nullable Integer slow,
            @Nullable List<Integer> warnDays,
            @Nullable Boolean inside,
            @Nullable Boolean active,
            @Nullable Integer version) {}

    /** A probe as programs see it, and how it stands. */
    record Shown(
            long id,
            String name,
            Probe.Kind kind,
            String target,
            Expected expected,
            @Nullable Ref service,
            int every,
            int limit,
            int failures,
            int successes,
            @Nullable Integer slow,
            List<Integer> warnDays,
            boolean inside,
            boolean active,
            int version,
            Standing.State state,
            @Nullable Instant since,
            boolean degraded,
            @Nullable Instant certificateEnds) {}

    private final Probes probes;
    private final Services services;
    private final InstantSource clock;

    ProbeApi(Probes probes, Services services, InstantSource clock) {
        this.probes = probes;
        this.services = services;
        this.clock = clock;
    }

    @Needs(Permission.TICKET_WORK)
    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        var after = paging.after(LIST);
        var rows = probes.after(after == null ? 0 : after.number(0), paging.limit() + 1, me);
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.id()))
                .map(this::shown);
    }

    @Needs(Permission.TICKET_WORK)
    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        return shown(probes.find(id, me));
    }

    @Needs(Permission.DESK_CONFIGURE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Given given, Me me) {
        return shown(probes.create(draft(given), me, clock.instant()));
    }

    /** As a whole: what is not said becomes as usual. */
    @Needs(Permission.DESK_CONFIGURE)
    @PutMapping("/{id}")
    Shown update(@PathVariable long id, @RequestBody Given given, Me me) {
        int seen = Objects.requireNonNullElseGet(
                given.version(), () -> probes.find(id, me).version());
        return shown(probes.update(id, seen, draft(given), me, clock.instant()));
    }

    @Needs(Permission.DESK_CONFIGURE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, Me me) {
        probes.delete(id, me, clock.instant());
    }

    private ProbeDraft draft(Given given) {
        var kind = Coded.of(Probe.Kind.class, "kind", Objects.requireNonNullElse(given.kind(), ""));
        var usual = ProbeDraft.usual(
                Objects.requireNonNullElse(given.name(), ""), kind, Objects.requireNonNullElse(given.target(), ""));
        int every = Objects.requireNonNullElse(given.every(), usual.every());
        return new ProbeDraft(
                usual.name(),
                kind,
                usual.target(),
                given.expected() == null ? usual.expected() : given.expected().expected(),
                service(given.service()),
                every,
                Objects.requireNonNullElse(given.limit(), usual.limit()),
                Objects.requireNonNullElse(given.failures(), usual.failures()),
                Objects.requireNonNullElse(given.successes(), usual.successes()),
                given.slow(),
                Objects.requireNonNullElse(given.warnDays(), usual.warnDays()),
                Objects.requireNonNullElse(given.inside(), usual.inside()),
                Objects.requireNonNullElse(given.active(), usual.active()));
    }

    private @Nullable Long service(@Nullable String code) {
        if (code == null) return null;
        return services.byCode(code)
                .map(Service::id)
                .orElseThrow(() -> Refused.invalid("service", "signal.no_service"));
    }

    private Shown shown(Probe probe) {
        var draft = probe.draft();
        var standing = probe.standing();
        var service =
                draft.service() == null ? null : services.find(draft.service()).orElse(null);
        return new Shown(
                probe.id(),
                draft.name(),
                draft.kind(),
                draft.target(),
                draft.expected(),
                service == null ? null : new Ref(service.code(), service.name()),
                draft.every(),
                draft.limit(),
                draft.failures(),
                draft.successes(),
                draft.slow(),
                draft.warnDays(),
                draft.inside(),
                draft.active(),
                probe.version(),
                standing.state(),
                standing.since(),
                standing.slow() || standing.degraded(),
                standing.certificateEnds());
    }
}
