package dev.qiao.signal.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Languages;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.probe.Probes;
import dev.qiao.signal.probe.Result;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was seen by a probe in the last days, newest first. */
@Needs(Permission.TICKET_WORK)
@RestController
class ProbeResultApi {
    private static final String LIST = "probe_results";

    /**
     * One look.
     *
     * @param millis until it was seen
     * @param reason why it counts as a failure, in the words of the desk; null: it does not
     */
    record Shown(
            Instant at, boolean ok, int millis, @Nullable String reason) {}

    private final Probes probes;
    private final Languages languages;
    private final InstantSource clock;

    ProbeResultApi(Probes probes, Languages languages, InstantSource clock) {
        this.probes = probes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/api/v1/probes/{id}/results")
    Slice<Shown> index(@PathVariable long id, Paging paging, Me me) {
        var after = paging.after(LIST);
        var before = after == null ? clock.instant().plusSeconds(1) : Instant.ofEpochMilli(after.number(0));
        var rows = probes.results(id, before, paging.limit() + 1, me);
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.at().toEpochMilli()))
                .map(this::shown);
    }

    private Shown shown(Result result) {
        var reason = result.reason();
        return new Shown(
                result.at(),
                result.ok(),
                result.millis(),
                reason == null
                        ? null
                        : languages.of(null).t(reason.key(), reason.arguments().toArray()));
    }
}
