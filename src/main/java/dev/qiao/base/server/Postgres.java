package dev.qiao.base.server;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on a data folder. Whoever opens it starts it, or adopts the one that already runs there (another program's, or
 * one left behind by a kill), keeps it running, and stops it when the last program leaves.
 */
public final class Postgres implements AutoCloseable {
    /** The version that the build brings along. */
    public static final int MAJOR = 18;

    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);
    private static final long GLANCE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    private final Cluster cluster;
    private final Share share;
    private final Passwords passwords;
    private volatile Postmaster server;
    private volatile boolean up;
    private volatile boolean leaving;

    private Postgres(Cluster cluster, Share share, Passwords passwords, Postmaster server) {
        this.cluster = cluster;
        this.share = share;
        this.passwords = passwords;
        this.server = server;
        this.up = true;
    }

    /** The server on this data folder, ready for connections. Errors: CannotServe, in words. */
    public static Postgres on(Path data) {
        var cluster = Cluster.in(data);
        var share = Share.of(data);
        try {
            var postgres = share.alone(() -> {
                var passwords = Passwords.in(data);
                cluster.make(passwords);
                return new Postgres(cluster, share, passwords, prepared(cluster, passwords));
            });
            Thread.ofVirtual().name("postgres-watch").start(postgres::watch);
            return postgres;
        } catch (RuntimeException e) {
            share.leave(() -> cluster.running().ifPresent(cluster::stop));
            share.close();
            throw e;
        }
    }

    /** A server that was adopted in the moment of its death is started anew. */
    private static Postmaster prepared(Cluster cluster, Passwords passwords) {
        while (true) {
            var server = startOrAdopt(cluster, 0);
            try {
                Household.prepare(server.port(), passwords);
                return server;
            } catch (CannotServe e) {
                Cluster.pause(GLANCE);
                if (server.process().isPresent()) throw e;
            }
        }
    }

    private static Postmaster startOrAdopt(Cluster cluster, int port) {
        while (true) {
            var running = cluster.running();
            if (running.isEmpty()) return cluster.start(port);
            if (running.get().ready()) return running.get();
            Cluster.pause(50);
        }
    }

    /** Whether the server runs, as far as we know at this moment. */
    public boolean up() {
        return up;
    }

    int port() {
        return server.port();
    }

    Passwords passwords() {
        return passwords;
    }

    private void watch() {
        while (!leaving) {
            if (server.process().isEmpty() && !leaving) startAgain();
            Cluster.pause(GLANCE);
        }
    }

    private void startAgain() {
        up = false;
        LOG.warn("PostgreSQL died; starting it again");
        for (long pause = 100; !leaving; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                server = share.alone(() -> leaving ? server : startOrAdopt(cluster, server.port()));
                up = !leaving;
                return;
            } catch (RuntimeException e) {
                LOG.error("PostgreSQL cannot be started again", e);
                Cluster.pause(pause);
            }
        }
    }

    @Override
    public void close() {
        if (leaving) return;
        leaving = true;
        up = false;
        share.leave(() -> cluster.running().ifPresent(cluster::stop));
        share.close();
    }
}
