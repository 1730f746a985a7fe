package dev.qiao.base.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * The programs that use one folder's server. Each holds a shared lock as long as it runs (a kill releases it); starting and leaving
 * happen behind a gate, one program at a time.
 */
final class Share implements AutoCloseable {
    private final FileChannel users;
    private final FileChannel gate;
    private final FileLock membership;

    private Share(FileChannel users, FileChannel gate, FileLock membership) {
        this.users = users;
        this.gate = gate;
        this.membership = membership;
    }

    static Share of(Path data) {
        try {
            var users = open(data.resolve("server.users"));
            var gate = open(data.resolve("server.gate"));
            try (var _ = gate.lock()) {
                return new Share(users, gate, users.lock(0, Long.MAX_VALUE, true));
            }
        } catch (OverlappingFileLockException e) {
            throw new CannotServe("This very program already uses " + data, e);
        } catch (IOException e) {
            throw new CannotServe("The data folder " + data + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Runs with no other program starting or leaving. */
    synchronized <T> T alone(Supplier<T> work) {
        try (var _ = gate.lock()) {
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves; runs {@code last} if nobody else is left. */
    synchronized void leave(Runnable last) {
        try (var _ = gate.lock()) {
            membership.release();
            var whole = users.tryLock();
            if (whole == null) return;
            last.run();
            whole.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            users.close();
            gate.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
