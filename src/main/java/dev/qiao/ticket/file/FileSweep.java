package dev.qiao.ticket.file;

import dev.qiao.base.Db;
import dev.qiao.base.Vault;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes away files that no row names any more, a folder at a time, so that all are looked through in about a day. A backup takes rows
 * first and files afterwards: a file goes long after its row, and none soon after a start, when rows of a long pause may just have gone.
 */
@Component
final class FileSweep implements Worker {
    static final Duration LAIN = Duration.ofDays(30);
    private static final int FOLDERS = 256;

    private final Db db;
    private final Vault vault;
    private final Rest atFirst = new Rest(Duration.ofHours(12));
    private final Rest between = new Rest(Duration.ofMinutes(5));
    private boolean begun;
    private int folder;

    FileSweep(Db db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "ticket.files";
    }

    @Override
    public synchronized int work(Instant now) {
        if (!begun) atFirst.begin(now);
        begun = true;
        if (atFirst.goesOn(now) || between.goesOn(now)) return 0;
        vault.drop(folder, LAIN, this::wanted);
        folder = (folder + 1) % FOLDERS;
        between.begin(now);
        return 0;
    }

    private Set<String> wanted(Set<String> files) {
        return Set.copyOf(db.sql("select distinct sha256 from ticket.attachment where sha256 = any(:files::text[])")
                .bind("files", files)
                .list(row -> row.text("sha256")));
    }
}
