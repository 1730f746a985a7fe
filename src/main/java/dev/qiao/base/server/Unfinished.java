package dev.qiao.base.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The mark on a data folder that is being filled by a restore: what is half there must never be opened as if it were whole. */
public final class Unfinished {
    /** Its name in the data folder. */
    public static final String MARK = "restoring";

    private Unfinished() {}

    /** Marks the folder: what is being put there is not whole yet. */
    public static void begin(Path data) throws IOException {
        try (var mark = FileChannel.open(data.resolve(MARK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            mark.force(true);
        }
        sync(data);
    }

    /** Takes the mark away. */
    public static void end(Path data) throws IOException {
        Files.delete(data.resolve(MARK));
        sync(data);
    }

    /** Errors: {@link CannotServe}, when a restore into this folder did not come to its end. */
    public static void refuse(Path data) {
        if (Files.exists(data.resolve(MARK)))
            throw new CannotServe("A restore into " + data
                    + " is running or was broken off: what is there is not whole. Empty the folder and restore again.");
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
