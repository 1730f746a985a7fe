package dev.qiao.ticket.web.queue;

import static dev.qiao.ticket.web.queue.QueueQuery.first;

import dev.qiao.base.Me;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Lenses;
import dev.qiao.ticket.view.SavedViews;
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
    private final Adding adding;

    QueueQueries(Lenses lenses, SavedViews views, Adding adding) {
        this.lenses = lenses;
        this.views = views;
        this.adding = adding;
    }

    public QueueQuery read(Map<String, List<String>> parameters, Me me) {
        var wanted = first(parameters, "saved");
        var saved = wanted != null && wanted.matches("[1-9]\\d{0,17}")
                ? views.find(Long.parseLong(wanted), me).orElse(null)
                : null;
        if (saved != null) saved = saved.written(lenses.read(saved.address()).address());
        boolean plain = NOT_OF_THE_LIST.containsAll(parameters.keySet());
        var lens = saved != null && plain ? lenses.read(saved.address()) : lenses.read(parameters);
        if (wanted != null && saved == null) lens = strange(lens, "saved=" + wanted);
        return new QueueQuery(
                lens,
                saved,
                QueueQuery.mark(first(parameters, "after")),
                Objects.requireNonNullElse(first(parameters, "under"), ""),
                QueueQuery.LIST,
                "");
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

    /**
     * Where the list is to which somebody adds conditions ({@link Added}); empty when nobody does.
     *
     * @param place of the page on which they do it, and {@code aside} what stands in its address besides
     */
    public Optional<String> added(Map<String, List<String>> parameters, String place, String aside, Me me) {
        if (!parameters.containsKey("add")) return Optional.empty();
        var rest = new LinkedHashMap<>(parameters);
        rest.keySet().removeIf(Added::asks);
        var query = read(rest, me).at(place, aside);
        var added = adding.of(parameters);
        return Optional.of(query.path(added.to(query.lens())) + added.unknown(query.path()));
    }
}
