package dev.qiao.asset;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A service as an administrator describes it. */
public record ServiceDraft(
        String code,
        String name,
        boolean critical,
        @Nullable Long ownerId,
        List<Long> teams,
        boolean active) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final int LONGEST_NAME = 80;
    private static final int MOST_TEAMS = 10;

    public ServiceDraft {
        code = code.strip();
        name = name.strip();
        teams = List.copyOf(new LinkedHashSet<>(teams));
    }

    static ServiceDraft of(Service service) {
        return new ServiceDraft(
                service.code(),
                service.name(),
                service.critical(),
                service.ownerId(),
                service.teams(),
                service.active());
    }

    /** The same, no longer offered. */
    ServiceDraft retired() {
        return new ServiceDraft(code, name, critical, ownerId, teams, false);
    }

    /** Errors: every field that is wrong, at once. */
    ServiceDraft checked() {
        var problems = new ArrayList<Problem>();
        if (!CODE.matcher(code).matches()) problems.add(new Problem("code", "asset.code_form", List.of(code)));
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(new Problem("name", "asset.name_length", List.of(LONGEST_NAME)));
        }
        if (teams.size() > MOST_TEAMS) problems.add(new Problem("teams", "asset.too_many_teams", List.of(MOST_TEAMS)));
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return this;
    }
}
