package dev.qiao.admin.intake;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Lang;
import dev.qiao.ticket.Histories;
import dev.qiao.ticket.Priorities;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The door for imports: takes the tickets of a file, batch by batch, each once, however often it is begun anew. */
@Component
public class Intake {
    /** So many rows are taken in one transaction, more only where a single ticket has more. */
    private static final int BATCH = 500;

    private static final Me ME = Me.machine(Origin.IMPORT);

    /** Clocks and zones may differ by that much; what is later has not happened yet. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Db db;
    private final Histories histories;
    private final Priorities priorities;
    private final Dictionary dictionary;

    Intake(Db db, Histories histories, Priorities priorities, Dictionary dictionary) {
        this.db = db;
        this.histories = histories;
        this.priorities = priorities;
        this.dictionary = dictionary;
    }

    /**
     * What came of a run.
     *
     * @param tickets stored, or in a dry run: to be stored
     * @param here already before
     * @param stopped before the end of the file
     */
    public record Outcome(
            String source,
            int rows,
            int tickets,
            int here,
            int rejected,
            Path rejects,
            boolean stopped,
            Map<String, Integer> reasons) {}

    /** One run. Errors: the file or the mapping cannot be read; both are told before anything is stored. */
    public Outcome run(Order order, IntConsumer progress, BooleanSupplier stop, Lang lang, Instant now)
            throws IOException {
        var survey = order.survey();
        try (var run = new Run(order, survey, lang, now)) {
            return run.go(progress, stop);
        }
    }

    private final class Run implements AutoCloseable {
        private final Order order;
        private final Survey survey;
        private final Rejects rejects;
        private final Lang lang;
        private final Instant now;
        private Dictionary.Volume volume;
        private final Map<String, List<Update>> open = new LinkedHashMap<>();
        private final List<Chronicle> batch = new ArrayList<>();
        private final Map<String, Integer> reasons = new LinkedHashMap<>();
        private int batched;
        private int tickets;
        private int here;

        private Run(Order order, Survey survey, Lang lang, Instant now) {
            this.order = order;
            this.survey = survey;
            this.lang = lang;
            this.now = now;
            this.rejects = new Rejects(order.rejects());
            this.volume = volume();
        }

        private Dictionary.Volume volume() {
            return dictionary.volume(survey.mapping().source(), order.zone(), ME);
        }

        private Outcome go(IntConsumer progress, BooleanSupplier stop) throws IOException {
            int rows = 0;
            boolean stopped = false;
            try (var lines = Lines.of(order.file(), survey.charset())) {
                var csv = Csv.of(lines);
                csv.header();
                for (var found = csv.next(); found != null && !stopped; found = csv.next()) {
                    rows++;
                    take(found, rows);
                    if (batched >= BATCH || batch.size() >= Histories.MOST) {
                        store();
                        progress.accept(rows);
                        stopped = stop.getAsBoolean();
                    }
                }
            }
            if (!stopped) {
                open.forEach((ref, updates) -> batch.add(new Chronicle(ref, updates)));
                store();
                if (!order.dry()) histories.goLive(ME, now);
            }
            return new Outcome(
                    survey.mapping().source(), rows, tickets, here, rejects.count(), rejects.file(), stopped, reasons);
        }

        private void take(Csv.Found found, int row) throws IOException {
            switch (found) {
                case Csv.Broken broken -> reject(broken.line(), lang.t(broken.why()), broken.text());
                case Csv.Row read -> {
                    var ref = Survey.ref(survey.sheet(), read);
                    try {
                        open.computeIfAbsent(ref, _ -> new ArrayList<>())
                                .add(survey.sheet().update(read, now.plus(AHEAD)));
                    } catch (Refused refused) {
                        reject(read, Why.told(refused, lang));
                    }
                    if (survey.lastRow().getOrDefault(ref, 0) <= row) complete(ref);
                }
            }
        }

        private void complete(String ref) {
            var updates = open.remove(ref);
            if (updates == null || updates.isEmpty()) return;
            batch.add(new Chronicle(ref, updates));
            batched += updates.size();
        }

        private void store() throws IOException {
            var known = histories.known(
                    survey.mapping().source(),
                    batch.stream().map(Chronicle::ref).toList());
            var fresh = batch.stream().filter(c -> !known.contains(c.ref())).toList();
            here += known.size();
            batch.clear();
            batched = 0;
            if (!fresh.isEmpty()) store(fresh);
        }

        /** All at once; where that is refused, in halves, until a ticket that cannot be stored is alone. */
        private void store(List<Chronicle> fresh) throws IOException {
            try {
                if (order.dry()) db.rehearse(() -> write(fresh));
                else db.transact(() -> write(fresh));
                tickets += fresh.size();
                if (order.dry()) volume = volume();
            } catch (Refused | DataAccessException e) {
                var why = Why.of(e, fresh.getFirst(), lang);
                // What was learnt is not kept either.
                volume = volume();
                int half = fresh.size() / 2;
                if (half == 0) {
                    for (var update : fresh.getFirst().updates()) reject(update.row(), why);
                } else {
                    store(fresh.subList(0, half));
                    store(fresh.subList(half, fresh.size()));
                }
            }
        }

        private void write(List<Chronicle> fresh) {
            volume.learn(Chronicle.words(fresh), now);
            var teller = new Teller(survey.mapping(), priorities.matrix(), volume);
            var told = fresh.stream().map(teller::history).toList();
            if (order.dry()) histories.rehearse(told, ME, now);
            else histories.importAll(told, ME, now);
        }

        private void reject(Csv.Row row, String reason) throws IOException {
            reject(row.line(), reason, String.join(",", row.fields()));
        }

        private void reject(int line, String reason, String row) throws IOException {
            reasons.merge(reason, 1, Integer::sum);
            rejects.add(line, reason, row);
        }

        @Override
        public void close() throws IOException {
            rejects.close();
        }
    }
}
