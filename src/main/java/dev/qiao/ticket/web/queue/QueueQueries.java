package dev.qiao.ticket.web.queue;

import static dev.qiao.ticket.web.queue.QueueQuery.first;

import dev.qiao.base.Me;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Lenses;
import dev.qiao.ticket.view.SavedViews;
import dev.qiao.ticket.view.Term;
import dev.qiao.ticket.view.Term.All;
import dev.qiao.ticket.view.Term.Is;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads which list somebody asked for. An address from long ago is never refused: what it means no more is said on the page. */
@Component
public class QueueQueries {
    private static final Set<String> NOT_OF_THE_LIST = Set.of("saved", "after", "under");

    private final Lenses lenses;
    private final SavedViews views;

    QueueQueries(Lenses lenses, SavedViews views) {
        this.lenses = lenses;
        this.views = views;
    }

    public QueueQuery read(Map<String, List<String>> parameters, Me me) {
        var wanted = first(parameters, "saved");
        var saved = wanted != null && wanted.matches("[1-9]\\d{0,17}")
                ? views.find(Long.parseLong(wanted), me).orElse(null)
                : null;
        boolean plain = NOT_OF_THE_LIST.containsAll(parameters.keySet());
        var lens = saved != null && plain ? lenses.read(saved.address()) : lenses.read(parameters);
        if (wanted != null && saved == null) lens = strange(lens, "saved=" + wanted);
        return new QueueQuery(
                lens,
                saved,
                QueueQuery.mark(first(parameters, "after")),
                Objects.requireNonNullElse(first(parameters, "under"), ""));
    }

    private static Lens strange(Lens lens, String more) {
        return new Lens(
                lens.view(),
                lens.words(),
                lens.all(),
                lens.any(),
                lens.columns(),
                lens.sort(),
                lens.group(),
                Stream.concat(lens.strange().stream(), Stream.of(more)).toList());
    }

    /** Where the list is to which somebody adds conditions ({@code add}, {@code into}); empty when nobody does. */
    Optional<String> added(Map<String, List<String>> parameters, Me me) {
        var adds = parameters.get("add");
        if (adds == null) return Optional.empty();
        var rest = new LinkedHashMap<>(parameters);
        rest.remove("add");
        var into = rest.remove("into");
        var query = read(rest, me);
        var tokens = tokens(adds);
        return Optional.of(query.path(
                tokens.isEmpty() ? query.lens() : with(query.lens(), tokens, into == null ? "all" : into.getFirst())));
    }

    /** Words of one field that were ticked together mean one or the other. */
    private List<Term> tokens(List<String> adds) {
        var together = new LinkedHashMap<String, Term>();
        for (var add : adds) {
            if (add.isBlank()) continue;
            lenses.token(add)
                    .ifPresent(term -> together.merge(
                            Lens.field(term).code(),
                            term,
                            (one, other) -> one instanceof Is a && other instanceof Is b
                                    ? new Is(
                                            a.field(),
                                            Stream.concat(a.values().stream(), b.values().stream())
                                                    .distinct()
                                                    .toList())
                                    : other));
        }
        return List.copyOf(together.values());
    }

    private static Lens with(Lens lens, List<Term> tokens, String into) {
        var any = new ArrayList<>(lens.any());
        if (into.equals("new")) any.add(new All(tokens));
        else if (into.matches("\\d") && Integer.parseInt(into) < any.size()) {
            int place = Integer.parseInt(into);
            any.set(
                    place,
                    new All(Stream.concat(any.get(place).terms().stream(), tokens.stream())
                            .toList()));
        } else
            return lens.with(Stream.concat(lens.all().stream(), tokens.stream()).toList(), any);
        return lens.with(lens.all(), any);
    }
}
