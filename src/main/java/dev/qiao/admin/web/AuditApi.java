package dev.qiao.admin.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Audit;
import dev.qiao.journal.Recorded;
import dev.qiao.journal.Reversals;
import dev.qiao.journal.Standing;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The audit: the newest first, and the way back of a change. */
@RestController
@Needs(Permission.AUDIT_SEE)
@RequestMapping("/api/v1/audit")
class AuditApi {
    /**
     * An entry as programs see it.
     *
     * @param actor the number of the person; 0 is Qiao itself
     * @param reversible whether it can be taken back now: there is a way, and nothing newer stands in it
     */
    record Shown(
            long id,
            Instant at,
            Instant recordedAt,
            String kind,
            long subject,
            String act,
            long actor,
            JsonNode facts,
            boolean reversible) {}

    private final Audit audit;
    private final Reversals reversals;
    private final InstantSource clock;

    AuditApi(Audit audit, Reversals reversals, InstantSource clock) {
        this.audit = audit;
        this.reversals = reversals;
        this.clock = clock;
    }

    @GetMapping
    Slice<Shown> index(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Long subject,
            @RequestParam(required = false) @Nullable String act,
            Paging paging,
            Me me) {
        var found = audit.list(new Audit.Search(kind, subject, act, null, null, null), paging, me);
        var standing = reversals.standing(found.items());
        return found.map(entry -> shown(entry, standing.get(entry.id())));
    }

    @PostMapping("/{id}/reversal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void create(@PathVariable long id, Me me) {
        reversals.reverse(id, me, clock.instant());
    }

    private static Shown shown(Recorded entry, @Nullable Standing stands) {
        return new Shown(
                entry.id(),
                entry.at(),
                entry.recordedAt(),
                entry.kind(),
                entry.subject(),
                entry.act(),
                entry.actor(),
                entry.facts().node(),
                stands instanceof Standing.Open);
    }
}
