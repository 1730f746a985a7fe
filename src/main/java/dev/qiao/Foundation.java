package dev.qiao;

import dev.qiao.base.server.Database;
import dev.qiao.base.settings.Settings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The database of a desk that is being opened: it starts beside the house, which takes longer and stands on it. */
final class Foundation {
    private final CompletableFuture<Database> database = new CompletableFuture<>();
    private volatile boolean begun;

    void begin(Settings settings) {
        begun = true;
        database.completeAsync(() -> Database.of(settings));
    }

    /** Waits until it stands. */
    Database database() {
        return database.join();
    }

    /** Whoever could not open, or was stopped half-way, must not leave a server running. */
    void abandon() {
        if (!begun) return;
        try {
            database.join().close();
        } catch (CompletionException _) {
            // it did not start either, and that is what the caller is about to say
        }
    }
}
