package dev.qiao.asset;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service as an administrator describes it.
 *
 * @param restsOn the services without which it does not work; null: as it stands
 */
public record ServiceDraft(
        String code,
        String name,
        boolean critical,
        @Nullable Long ownerId,
        List<Long> teams,
        @Nullable List<Long> restsOn,
        boolean active) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final int LONGEST_NAME = 80;
    private static final int MOST_TEAMS = 10;
    private static final int MOST_LINKS = 20;

    public ServiceDraft {
        code = code.strip();
        name = name.strip();
        teams = List.copyOf(new LinkedHashSet<>(teams));
        restsOn = restsOn == null ? null : List.copyOf(new TreeSet<>(restsOn));
    }

    /** One whose links stay as they are. */
    public ServiceDraft(
            String code, String name, boolean critical, @Nullable Long ownerId, List<Long> teams, boolean active) {
        this(code, name, critical, ownerId, teams, null, active);
    }

    static ServiceDraft of(Service service) {
        return new ServiceDraft(
                service.code(),
                service.name(),
                service.critical(),
                service.ownerId(),
                service.teams(),
                service.restsOn(),
                service.active());
    }

    /** The same, no longer offered. */
    ServiceDraft retired() {
        return new ServiceDraft(code, name, critical, ownerId, teams, restsOn, false);
    }

    /** The same, on these others. */
    public ServiceDraft restingOn(List<Long> others) {
        return new ServiceDraft(code, name, critical, ownerId, teams, others, active);
    }

    /** With what it rests on said: as it was before, where this does not say. */
    ServiceDraft whole(@Nullable ServiceDraft before) {
        if (restsOn != null) return this;
        return restingOn(before == null || before.restsOn == null ? List.of() : before.restsOn);
    }

    /** Errors: every field that is wrong, at once. */
    ServiceDraft checked() {
        var problems = new ArrayList<Problem>();
        if (!CODE.matcher(code).matches()) problems.add(new Problem("code", "asset.code_form", List.of(code)));
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(new Problem("name", "asset.name_length", List.of(LONGEST_NAME)));
        }
        if (teams.size() > MOST_TEAMS) problems.add(new Problem("teams", "asset.too_many_teams", List.of(MOST_TEAMS)));
        if (restsOn != null && restsOn.size() > MOST_LINKS)
            problems.add(new Problem("restsOn", "asset.too_many_links", List.of(MOST_LINKS)));
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return this;
    }
}
