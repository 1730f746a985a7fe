package dev.qiao.asset.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Services, by code. */
@Needs
@RestController
@RequestMapping("/api/v1/services")
class ServiceApi {
    private static final String LIST = "services";

    /**
     * A service as programs see it.
     *
     * @param restsOn without which it does not work; empty for who does not work here
     * @param carries what does not work without it; empty for who does not work here
     */
    record Shown(
            String code,
            String name,
            boolean critical,
            boolean active,
            List<Ref> teams,
            List<Ref> restsOn,
            List<Ref> carries) {}

    private final Services services;
    private final Teams teams;

    ServiceApi(Services services, Teams teams) {
        this.services = services;
        this.teams = teams;
    }

    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        var after = paging.after(LIST);
        var from = after == null ? "" : after.text(0);
        var rows = services.all().stream()
                .filter(s -> s.code().compareTo(from) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        var page = Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.code()));
        return new Slice<>(shown(page.items(), me), page.next());
    }

    @GetMapping("/{code}")
    Shown show(@PathVariable String code, Me me) {
        var service = services.byCode(code).orElseThrow(() -> Refused.notFound("asset.unknown_service", code));
        return shown(List.of(service), me).getFirst();
    }

    private List<Shown> shown(Collection<Service> some, Me me) {
        var known = teams.of(
                some.stream().flatMap(s -> s.teams().stream()).distinct().toList());
        return some.stream().map(service -> shown(service, known, me)).toList();
    }

    private Shown shown(Service service, Map<Long, Team> known, Me me) {
        var carers = service.teams().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(team -> new Ref(team.code(), team.name()))
                .toList();
        var links = services.links();
        return new Shown(
                service.code(),
                service.name(),
                service.critical(),
                service.active(),
                carers,
                me.worksHere() ? named(service.restsOn()) : List.of(),
                me.worksHere() ? named(links.carries(service.id())) : List.of());
    }

    private List<Ref> named(List<Long> ids) {
        return ids.stream()
                .flatMap(id -> services.find(id).stream())
                .map(other -> new Ref(other.code(), other.name()))
                .toList();
    }
}
