package dev.qiao.signal.map.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.map.Health;
import dev.qiao.signal.map.Healths;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How services are. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
@RequestMapping("/api/v1/map")
class MapApi {
    /**
     * A service on the map.
     *
     * @param alerts how many are open and not silenced
     * @param incidents how many urgent and important ones are open, of those in sight
     * @param since when the first of the alerts began
     * @param restsOn codes of the services on which it rests without any between
     */
    record Shown(
            String code,
            String name,
            Health.State state,
            int alerts,
            int incidents,
            @Nullable Instant since,
            List<String> restsOn) {}

    private final Healths healths;
    private final Services services;
    private final InstantSource clock;

    MapApi(Healths healths, Services services, InstantSource clock) {
        this.healths = healths;
        this.services = services;
        this.clock = clock;
    }

    /** By code. */
    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        return paging.of(healths.all(me, clock.instant()), "map").map(this::shown);
    }

    private Shown shown(Health health) {
        var service = health.service();
        var below = services.links().restsOn(service.id()).stream()
                .flatMap(id -> services.find(id).stream())
                .map(Service::code)
                .toList();
        return new Shown(
                service.code(),
                service.name(),
                health.state(),
                health.alerts(),
                health.incidents(),
                health.since(),
                below);
    }
}
