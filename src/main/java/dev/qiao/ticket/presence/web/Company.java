package dev.qiao.ticket.presence.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.web.Page;
import dev.qiao.ticket.presence.Presences;
import dev.qiao.ticket.presence.Present;
import dev.qiao.ticket.web.Faces;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The others at tickets that the reader may see, with their faces. */
@Component
public class Company {
    private final Presences presences;
    private final Faces faces;

    Company(Presences presences, Faces faces) {
        this.presences = presences;
        this.faces = faces;
    }

    public List<Here> of(long number, Page page) {
        return of(List.of(number), page).getOrDefault(number, List.of());
    }

    /** Tickets at which nobody else is are left out. */
    public Map<Long, List<Here>> of(Collection<Long> numbers, Page page) {
        var present = presences.of(numbers, page.reader(), page.now());
        if (present.isEmpty()) return Map.of();
        var album = faces.of(
                present.values().stream()
                        .flatMap(List::stream)
                        .map(Present::person)
                        .toList(),
                page);
        return present.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream()
                                .map(p -> new Here(album.of(p.person()), p.typing()))
                                .toList()));
    }
}
