package dev.qiao.asset.web;

import dev.qiao.asset.Service;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a service holds.
 *
 * @param owner a login, or the number of who has none
 * @param teams numbers of teams in their order; gaps are passed over
 * @param restsOn numbers of the services that are ticked; null: none is
 * @param seen the version that was read; null for a new service
 */
public record ServiceForm(
        String code,
        String name,
        @Nullable Boolean critical,
        @Nullable String owner,
        @Nullable List<@Nullable Long> teams,
        @Nullable List<@Nullable Long> restsOn,
        @Nullable Boolean active,
        @Nullable Integer seen) {

    /** A field that did not come is empty. */
    public ServiceForm {
        code = Objects.requireNonNullElse(code, "");
        name = Objects.requireNonNullElse(name, "");
    }

    static ServiceForm empty() {
        return new ServiceForm("", "", false, null, List.of(), List.of(), true, null);
    }

    static ServiceForm of(Service service, @Nullable String owner) {
        return new ServiceForm(
                service.code(),
                service.name(),
                service.critical(),
                owner,
                List.copyOf(service.teams()),
                List.copyOf(service.restsOn()),
                service.active(),
                service.version());
    }

    /** The team in this place as a form field says it, or null. */
    public @Nullable String team(int place) {
        return teams == null || place >= teams.size() ? null : String.valueOf(teams.get(place));
    }

    public boolean restsOn(long service) {
        return restsOn != null && restsOn.contains(service);
    }

    /** So many places are offered: three, or one more than are taken. */
    public int places() {
        return Math.max(3, teams == null ? 0 : teams.size() + 1);
    }
}
