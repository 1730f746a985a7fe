package dev.qiao.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an agreement applies; what is left open fits all. */
public record Selection(
        String agreement,
        @Nullable String service,
        @Nullable Long organization,
        @Nullable Boolean vip,
        @Nullable String kind,
        @Nullable String priority) {
    /** The kinds that a subject can be of. */
    public static final List<String> KINDS = List.of("incident", "request", "question", "complaint", "task", "warning");

    boolean fits(Attributes attributes) {
        return (service == null || service.equals(attributes.service()))
                && (organization == null || organization.equals(attributes.organization()))
                && (vip == null || vip == attributes.vip())
                && (kind == null || kind.equals(attributes.kind()))
                && (priority == null || priority.equals(attributes.priority()));
    }
}
