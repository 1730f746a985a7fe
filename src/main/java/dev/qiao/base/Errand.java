package dev.qiao.base;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A command of {@code bin/qiao} that works on the data folder itself, where opening the house would be too much: it would bring the
 * schema up to date before a backup, and there is no house yet before a restore.
 */
public interface Errand {
    /**
     * Where it works.
     *
     * @param data need not exist
     * @param house opens the house on this folder, runs a command in it, and returns its exit code
     */
    record Ground(
            Path data,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            ToIntFunction<Command> house) {}

    /** Does it, and returns the exit code. A {@link Refused} is told in words and exits with 1. */
    int run(Ground ground);
}
