package dev.qiao.admin.intake;

import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Lang;
import dev.qiao.ticket.Histories;
import dev.qiao.ticket.Priorities;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The door for imports: takes the tickets of a file, batch by batch, each once, however often it is begun anew. */
@Component
public class Intake {
    /** So many rows are taken in one transaction, more only where a single ticket has more. */
    private static final int BATCH = 500;

    private static final Me ME = Me.machine(Origin.IMPORT);

    private final Histories histories;
    private final Priorities priorities;
    private final Dictionary dictionary;

    Intake(Histories histories, Priorities priorities, Dictionary dictionary) {
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
        private final Dictionary.Volume volume;
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
            this.volume = dictionary.volume(survey.mapping().source(), order.zone(), ME);
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
                                .add(survey.sheet().update(read.fields()));
                    } catch (Refused refused) {
                        reject(read.line(), told(refused), String.join(",", read.fields()));
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

        private void store() {
            var known = histories.known(
                    survey.mapping().source(),
                    batch.stream().map(Chronicle::ref).toList());
            var fresh = batch.stream().filter(c -> !known.contains(c.ref())).toList();
            here += known.size();
            tickets += fresh.size();
            batch.clear();
            batched = 0;
            if (order.dry() || fresh.isEmpty()) return;
            volume.learn(Chronicle.words(fresh), now);
            var teller = new Teller(survey.mapping(), priorities.matrix(), volume);
            histories.importAll(fresh.stream().map(teller::history).toList(), ME, now);
        }

        private void reject(int line, String reason, String row) throws IOException {
            reasons.merge(reason, 1, Integer::sum);
            rejects.add(line, reason, row);
        }

        private String told(Refused refused) {
            return refused.problems().stream()
                    .map(p -> (p.field() == null ? "" : p.field() + ": ") + lang.t(p.key(), p.arguments()))
                    .collect(Collectors.joining("; "));
        }

        @Override
        public void close() throws IOException {
            rejects.close();
        }
    }
}
