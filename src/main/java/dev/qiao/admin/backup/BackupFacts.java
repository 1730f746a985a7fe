package dev.qiao.admin.backup;

import dev.qiao.journal.Facts;

/** What the journal tells of backups. */
public sealed interface BackupFacts extends Facts {
    record BackupOrdered() implements BackupFacts {}

    record BackupTaken(long bytes, long rows, long files, int damaged) implements BackupFacts {}

    /**
     * A backup came back into an empty place.
     *
     * @param madeAt the moment as of which everything is, as ISO writes it
     */
    record BackupRestored(String madeAt) implements BackupFacts {}

    /**
     * A backup could not be made.
     *
     * @param problem a message key
     */
    record BackupFailed(String problem) implements BackupFacts {}
}
