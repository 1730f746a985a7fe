package dev.qiao.feedback.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.web.Page;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Origins;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Ratings that were begun and not sent. */
@Component
class RatingOrigins implements Origins {
    private static final Pattern NAME = Pattern.compile("rating-(\\d{1,18})");

    private final Tickets tickets;

    RatingOrigins(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Map<String, Origin> of(Collection<Draft> drafts, Page page) {
        var numbers = drafts.stream()
                .map(Draft::name)
                .filter(name -> NAME.matcher(name).matches())
                .collect(toMap(Function.identity(), RatingOrigins::number));
        if (numbers.isEmpty()) return Map.of();
        var seen = tickets.of(numbers.values(), page.reader()).stream()
                .collect(toMap(Ticket::number, ticket -> ticket.matter().title()));
        return drafts.stream()
                .filter(draft -> numbers.containsKey(draft.name()))
                .collect(toMap(Draft::name, draft -> origin(number(draft.name()), draft, seen, page)));
    }

    private static Origin origin(long number, Draft draft, Map<Long, String> seen, Page page) {
        var title = seen.get(number);
        var text = Long.toString(number);
        var words = draft.fields().getOrDefault("words", "");
        return new Origin(
                title == null ? page.t("feedback.draft_unseen", text) : page.t("feedback.draft_about", text, title),
                page.t("feedback.draft_act"),
                title == null ? null : "/my/" + text,
                words.isBlank() ? List.of() : List.of(words));
    }

    private static long number(String name) {
        var found = NAME.matcher(name);
        return found.matches() ? Long.parseLong(found.group(1)) : 0;
    }
}
