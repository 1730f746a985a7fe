package dev.qiao.admin.backup;

import dev.qiao.base.server.Database;
import dev.qiao.base.settings.Settings;

/** The database of a program that is no house: also Ctrl-C leaves no server behind that nobody else uses. */
public final class Opened {
    private Opened() {}

    /** To be closed. Errors: {@link dev.qiao.base.server.CannotServe}. */
    public static Database of(Settings settings) {
        var database = Database.of(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        return database;
    }
}
