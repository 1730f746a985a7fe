package dev.qiao.admin.intake;

import dev.qiao.admin.intake.Dictionary.Volume;
import dev.qiao.base.Json;
import dev.qiao.ticket.Histories.History;
import dev.qiao.ticket.Histories.History.Ended;
import dev.qiao.ticket.Histories.History.Said;
import dev.qiao.ticket.Histories.History.Seen;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Priorities.Matrix;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Weight;
import dev.qiao.ticket.Weight.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a chronicle again in the desk's own terms. Its words must have been learnt. */
final class Teller {
    private static final int TITLE = 200;

    private final Mapping mapping;
    private final Matrix matrix;
    private final Volume volume;
    private final long nobody;

    Teller(Mapping mapping, Matrix matrix, Volume volume) {
        this.mapping = mapping;
        this.matrix = matrix;
        this.volume = volume;
        this.nobody = volume.person(Dictionary.NOBODY);
    }

    History history(Chronicle chronicle) {
        var last = chronicle.updates().getLast();
        var said = new Said(
                chronicle.updates().size(),
                last.priorityWord(),
                last.reassignments(),
                last.reopenings(),
                last.moments().resolvedAt(),
                Json.of(last.kept()));
        return new History(
                mapping.source(),
                chronicle.ref(),
                matter(last),
                chronicle.updates().getFirst().openedAt(),
                nobody,
                last.at() == null ? row(last) : log(chronicle),
                said);
    }

    private Matter matter(Update last) {
        var names = last.names();
        long requester = person(names.requester());
        return new Matter(
                last.kind(),
                title(last.title()),
                last.description(),
                null,
                null,
                names.organization() == null ? null : volume.organization(names.organization()),
                requester,
                names.reporter() == null ? requester : volume.person(names.reporter()),
                last.channel(),
                null,
                last.titled() || mapping.titleTag().isEmpty() ? List.of() : List.of(mapping.titleTag()),
                false,
                false);
    }

    private List<Seen> log(Chronicle chronicle) {
        return chronicle.updates().stream()
                .map(update -> {
                    var state = Objects.requireNonNullElse(update.state(), new Update.State("?", null, null));
                    return seen(update, Objects.requireNonNull(update.at()), state);
                })
                .toList();
    }

    /** The moments of a plain row, and at the last of them the state that it names. */
    private List<Seen> row(Update row) {
        var seen = new ArrayList<Seen>();
        add(seen, row, row.openedAt(), Stage.Name.WAITING);
        add(seen, row, row.moments().acceptedAt(), Stage.Name.WORKING);
        add(seen, row, row.moments().resolvedAt(), Stage.Name.RESOLVED);
        add(seen, row, row.moments().closedAt(), Stage.Name.CLOSED);
        var state = row.state();
        if (state == null || state.stage() == seen.getLast().stage()) return seen;
        seen.add(seen(row, seen.getLast().at(), state));
        return seen;
    }

    private void add(List<Seen> seen, Update row, @Nullable Instant at, Stage.Name stage) {
        if (at != null) seen.add(seen(row, at, new Update.State(stage.code(), stage, null)));
    }

    private Seen seen(Update update, Instant at, Update.State state) {
        var names = update.names();
        return new Seen(
                at,
                person(names.by()),
                state.stage(),
                state.word(),
                state.waitsFor(),
                names.team() == null ? null : volume.team(names.team()),
                names.person() == null ? null : volume.person(names.person()),
                update.category().isEmpty() ? null : volume.category(update.category()),
                person(names.requester()),
                weight(update),
                new Ended(
                        update.outcome(),
                        update.cause(),
                        update.solution(),
                        names.resolver() == null ? null : volume.person(names.resolver())));
    }

    private long person(@Nullable String name) {
        return name == null ? nobody : volume.person(name);
    }

    /** The file's priority counts; where it is not what the matrix says, its own word is the reason. */
    private Weight weight(Update update) {
        var impact = Objects.requireNonNullElse(update.impact(), Level.MEDIUM);
        var urgency = Objects.requireNonNullElse(update.urgency(), Level.MEDIUM);
        var expected = matrix.of(impact, urgency);
        var priority = Objects.requireNonNullElse(update.priority(), expected);
        return new Weight(impact, urgency, priority, priority == expected ? null : update.priorityWord());
    }

    private static String title(String told) {
        var line = told.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
