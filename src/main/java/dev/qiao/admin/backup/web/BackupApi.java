package dev.qiao.admin.backup.web;

import dev.qiao.admin.backup.Backup;
import dev.qiao.admin.backup.Backups;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The backups that the desk takes itself. */
@RestController
@RequestMapping("/api/v1/backups")
@Needs(Permission.ADMIN)
class BackupApi {
    private static final String LIST = "backups";

    /**
     * @param file where it lies; null until it is done, and when newer ones took its place
     * @param bytes its length
     * @param problem the key of why it failed
     */
    record Shown(
            long id,
            Backup.State state,
            Instant orderedAt,
            @Nullable Instant endedAt,
            @Nullable String file,
            long bytes,
            long rows,
            long files,
            int damaged,
            @Nullable String problem) {
        static Shown of(Backup backup) {
            return new Shown(
                    backup.id(),
                    backup.state(),
                    backup.orderedAt(),
                    backup.endedAt(),
                    backup.goneAt() == null ? backup.file() : null,
                    backup.bytes(),
                    backup.rows(),
                    backup.files(),
                    backup.damaged(),
                    backup.problem());
        }
    }

    private final Backups backups;
    private final InstantSource clock;

    BackupApi(Backups backups, InstantSource clock) {
        this.backups = backups;
        this.clock = clock;
    }

    /** The newest first. */
    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        var after = paging.after(LIST);
        var found = backups.list(after == null ? null : after.number(0), paging.limit() + 1, me);
        return Slice.of(found, paging.limit(), last -> Keyset.of(LIST, last.id()))
                .map(Shown::of);
    }

    /** Has one taken in the background; look for its state in the list. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Shown create(Me me) {
        long id = backups.order(me, clock.instant());
        var ordered = backups.list(id + 1, 1, me).getFirst();
        return Shown.of(ordered);
    }
}
