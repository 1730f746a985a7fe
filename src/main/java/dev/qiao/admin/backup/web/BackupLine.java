package dev.qiao.admin.backup.web;

import dev.qiao.admin.backup.Backup;

/**
 * A backup in the list.
 *
 * @param by the name of who asked; empty: the schedule
 * @param mark of the frame: up, slow, down or planned
 */
public record BackupLine(Backup backup, String by, String mark) {
    static BackupLine of(Backup backup, String by) {
        var mark = switch (backup.state()) {
            case WAITING, RUNNING -> "planned";
            case DONE -> backup.damaged() > 0 ? "slow" : "up";
            case FAILED -> "down";
        };
        return new BackupLine(backup, by, mark);
    }

    /** Whether how far it has come can be shown. */
    public boolean measured() {
        return backup.stepsAll() > 0 && backup.stepsDone() <= backup.stepsAll();
    }
}
