package dev.qiao.signal.status;

import java.time.Instant;
import java.util.List;

/**
 * The public page of an organization.
 *
 * @param organization whose page it is; each has one at most
 * @param slug the end of its address
 * @param services that were chosen for it
 * @param active whether it can be seen at all
 * @param since when it was made: what was before is not counted
 */
public record StatusPage(
        long organization, String slug, String title, List<Long> services, boolean active, Instant since, int version) {
    public StatusPage {
        services = List.copyOf(services);
    }

    /** Where it is seen. */
    public String path() {
        return "/status/" + slug;
    }
}
