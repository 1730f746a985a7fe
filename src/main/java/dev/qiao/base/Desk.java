package dev.qiao.base;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** The desk as the command line sees it: the doors of its rooms, and the console. */
public final class Desk {
    private final Function<Class<?>, Object> doors;
    private final Path data;
    private final InputStream in;
    private final PrintStream out;

    public Desk(Function<Class<?>, Object> doors, Path data, InputStream in, PrintStream out) {
        this.doors = doors;
        this.data = data;
        this.in = in;
        this.out = out;
    }

    /** The door of a room, or any other bean. */
    public <T> T door(Class<T> type) {
        return type.cast(doors.apply(type));
    }

    public Instant now() {
        return door(InstantSource.class).instant();
    }

    public Path data() {
        return data;
    }

    public InputStream in() {
        return in;
    }

    public PrintStream out() {
        return out;
    }
}
