package dev.qiao.signal.deploy.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.deploy.Deployments.Mark;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was changed or deployed. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
@RequestMapping("/api/v1/deployments")
class DeploymentApi {
    private static final String LIST = "deployments";

    /**
     * A deployment as programs see it.
     *
     * @param source who told it
     * @param url where more is to be seen; empty: nowhere
     */
    record Shown(
            long id,
            Instant at,
            String title,
            String url,
            Map<String, String> labels,
            @Nullable Ref service,
            String source) {
        static Shown of(DeploymentLine line) {
            var each = line.deployment();
            var service = line.service();
            return new Shown(
                    each.id(),
                    each.at(),
                    each.title(),
                    each.url(),
                    each.labels(),
                    service == null ? null : new Ref(service.code(), service.name()),
                    line.source());
        }
    }

    private final Deployments deployments;
    private final DeploymentLines lines;
    private final Services services;
    private final InstantSource clock;

    DeploymentApi(Deployments deployments, DeploymentLines lines, Services services, InstantSource clock) {
        this.deployments = deployments;
        this.lines = lines;
        this.services = services;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param service its code; absent: of all
     */
    @GetMapping
    Slice<Shown> index(@RequestParam(required = false) @Nullable String service, Paging paging, Me me) {
        var about = service == null
                ? null
                : services.byCode(service)
                        .orElseThrow(() -> Refused.notFound("asset.unknown_service", service))
                        .id();
        var after = paging.after(LIST);
        var mark = after == null ? null : new Mark(after.instant(0), after.number(1));
        var found = deployments.list(about, mark, paging.limit() + 1, me, clock.instant());
        var page = Slice.of(found, paging.limit(), last -> Keyset.of(LIST, last.at(), last.id()));
        return new Slice<>(lines.of(page.items()).stream().map(Shown::of).toList(), page.next());
    }
}
