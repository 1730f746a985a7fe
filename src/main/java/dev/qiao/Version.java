package dev.qiao;

import dev.qiao.base.server.Postgres;
import java.util.Objects;
import picocli.CommandLine.Command;

/** What is running here. */
@Command(name = "version", description = "Say which version this is.")
final class Version {
    static String number() {
        return Objects.requireNonNullElse(Qiao.class.getPackage().getImplementationVersion(), "(unpacked)");
    }

    int run() {
        System.out.printf("Qiao %s, Java %s, PostgreSQL %d%n", number(), Runtime.version(), Postgres.MAJOR);
        return 0;
    }
}
