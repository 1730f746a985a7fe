package dev.qiao.base.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** The folder of a PostgreSQL server: how it is made, and how a server is started and stopped on it. */
record Cluster(Path folder, Path log, Binaries binaries) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LARGE_LOG = 10_000_000;
    private static final List<String> OPTIONS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=128MB",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "max_wal_size=2GB",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "logging_collector=off");

    static Cluster in(Path data) {
        var folder = data.resolve("postgres");
        refuseOtherMajor(folder);
        return new Cluster(folder, data.resolve("postgres.log"), Binaries.unpacked());
    }

    private static void refuseOtherMajor(Path folder) {
        var file = folder.resolve("PG_VERSION");
        if (!Files.exists(file)) return;
        try {
            var major = Files.readString(file).strip();
            if (major.equals(Integer.toString(Postgres.MAJOR))) return;
            throw new CannotServe(
                    "The database in " + folder + " was made by PostgreSQL " + major
                            + "; this program brings PostgreSQL " + Postgres.MAJOR
                            + ". It was left untouched. Run it with the Qiao that made it, or copy it over with a logical backup.");
        } catch (IOException e) {
            throw new CannotServe(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes the folder beside its final name and renames it when whole: an interrupted start leaves nothing half-made. */
    void make(Passwords passwords) {
        if (Files.isDirectory(folder)) return;
        var draft = folder.resolveSibling("postgres.new");
        var secret = draft.resolveSibling("postgres.new.password");
        try {
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectory(draft);
            var user = Unprivileged.on(draft);
            Files.deleteIfExists(secret);
            Passwords.writeFor(draft, secret, passwords.superuser());
            var done = user.start(
                            log.toFile(),
                            Map.of(),
                            List.of(
                                    binaries.program("initdb").toString(),
                                    "--pgdata=" + draft,
                                    "--username=postgres",
                                    "--auth=scram-sha-256",
                                    "--pwfile=" + secret,
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--data-checksums"))
                    .waitFor();
            if (done != 0) throw new CannotServe("initdb failed; " + log + " ends with:\n" + tail());
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotServe("The database cannot be made in " + folder + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            deleteQuietly(secret);
        }
    }

    /** The server that runs on this folder, if any: a process that was checked, ready or on its way. */
    Optional<Postmaster> running() {
        return Postmaster.of(folder).filter(p -> p.process().isPresent());
    }

    Postmaster start(int wishedPort) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        int port = wishedPort;
        while (true) {
            var process = launch(port);
            while (process.isAlive()) {
                var ready = Postmaster.of(folder).filter(p -> p.pid() == process.pid() && p.ready());
                if (ready.isPresent()) return ready.get();
                if (System.nanoTime() > deadline) throw new CannotServe("PostgreSQL does not get ready; see " + log);
                pause(20);
            }
            // Workers of a killed server may still hold its memory for a moment, and the port may be taken by now.
            if (System.nanoTime() > deadline - PATIENCE.dividedBy(2).toNanos())
                throw new CannotServe("PostgreSQL does not start; " + log + " ends with:\n" + tail());
            pause(300);
            port = 0;
        }
    }

    private Process launch(int port) {
        try {
            if (Files.exists(log) && Files.size(log) > LARGE_LOG)
                Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            var command = new ArrayList<String>();
            command.addAll(List.of(binaries.program("postgres").toString(), "-D", folder.toString()));
            command.addAll(List.of("-c", "port=" + (port == 0 ? freePort() : port)));
            OPTIONS.forEach(option -> command.addAll(List.of("-c", option)));
            return Unprivileged.on(folder).start(log.toFile(), ancestry(), command);
        } catch (IOException e) {
            throw new CannotServe("PostgreSQL cannot be started: " + e.getMessage(), e);
        }
    }

    /** A pid file left by a kill may name a number that a stranger has by now: PostgreSQL is told that it is no rival. */
    private Map<String, String> ancestry() {
        return Postmaster.of(folder)
                .map(stale -> Map.of("PG_GRANDPARENT_PID", Long.toString(stale.pid())))
                .orElse(Map.of());
    }

    /** A fast shutdown: sessions are ended, everything is written, no recovery is needed next time. */
    void stop(Postmaster server) {
        signal(server, "INT");
        if (gone(server, PATIENCE)) return;
        signal(server, "QUIT");
        if (!gone(server, PATIENCE)) throw new IllegalStateException("PostgreSQL " + server.pid() + " does not stop");
    }

    /** Only ever to a process that was checked at this moment. */
    private static void signal(Postmaster server, String signal) {
        if (server.process().isEmpty()) return;
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + server.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean gone(Postmaster server, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (server.process().isPresent()) {
            if (System.nanoTime() > deadline) return false;
            pause(20);
        }
        return true;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            file.toFile().deleteOnExit();
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CannotServe interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CannotServe("interrupted", e);
    }
}
