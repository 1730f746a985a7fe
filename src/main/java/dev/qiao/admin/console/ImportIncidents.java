package dev.qiao.admin.console;

import dev.qiao.admin.intake.Intake;
import dev.qiao.admin.intake.Order;
import dev.qiao.base.Command;
import dev.qiao.base.Desk;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Languages;
import dev.qiao.ticket.Histories;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in tickets with their whole past, and ends with what they come to. */
@CommandLine.Command(
        name = "incidents",
        description =
                "Bring in tickets with their whole past, from a log of updates or a plain list (CSV, also gzipped)."
                        + " It can be stopped at any time and run again: nothing is taken twice.")
public final class ImportIncidents implements Command {
    private static final int STOPPED = 130;

    @Parameters(
            paramLabel = "FILE",
            description = "The file: UTF-8 or GB18030, separated by commas, semicolons or tabs.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "How to read it: a YAML or properties file, or one of servicenow, plain (default: the one that fits).")
    private @Nullable String mapping;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The zone of the dates in it (default: the desk's own).")
    private @Nullable ZoneId zone;

    @Option(names = "--charset", description = "Its encoding (default: found out).")
    private @Nullable Charset charset;

    @Option(names = "--dry-run", description = "Read and check, store nothing.")
    private boolean dry;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where rows go that cannot be taken, with line and reason (default: FILE.rejected.csv here).")
    private @Nullable Path rejects;

    @Override
    public int run(Desk desk) {
        var order = new Order(file, mapping, zone(desk), charset, dry, rejects());
        var began = Instant.now();
        var running = desk.door(Running.class);
        var pace = new Pace(System.err, began);
        try {
            var lang = desk.door(Languages.class).of(Locale.getDefault());
            var outcome =
                    running.whileRunning(stop -> desk.door(Intake.class).run(order, pace, stop, lang, desk.now()));
            tell(outcome, order, Duration.between(began, Instant.now()), desk);
            return outcome.stopped() ? STOPPED : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ZoneId zone(Desk desk) {
        return zone == null ? desk.door(Preferences.class).zone() : zone;
    }

    private Path rejects() {
        return rejects == null ? Path.of(file.getFileName() + ".rejected.csv") : rejects;
    }

    private static void tell(Intake.Outcome outcome, Order order, Duration took, Desk desk) {
        var out = desk.out();
        if (outcome.stopped()) out.println("# stopped: run it again to go on where it stopped");
        if (order.dry()) out.println("# dry run: nothing was stored");
        out.println("# dates are meant in " + order.zone() + "; change it with --zone");
        outcome.reasons().forEach((reason, count) -> out.println("# rejected " + count + ": " + reason));
        if (outcome.rejected() > 0) out.println("# rejected rows are in " + outcome.rejects());
        figure(out, "file_rows", outcome.rows());
        figure(out, order.dry() ? "file_tickets" : "tickets_stored", outcome.tickets());
        figure(out, "tickets_here_before", outcome.here());
        figure(out, "rows_rejected", outcome.rejected());
        figure(out, "seconds", String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
        figure(out, "rows_per_second", Math.round(outcome.rows() * 1000.0 / Math.max(1, took.toMillis())));
        if (order.dry() || outcome.stopped()) return;
        desk.door(Histories.class).figures(outcome.source()).forEach(f -> figure(out, f.name(), f.value()));
    }

    private static void figure(PrintStream out, String name, Object value) {
        out.println(name + " " + value);
    }
}
