package dev.qiao.ticket.web.left;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.qiao.base.web.Page;
import dev.qiao.base.web.WayOut;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Drafts;
import dev.qiao.people.draft.Origins;
import dev.qiao.people.draft.Words;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Tickets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was being written on tickets, also on those that went out of their writer's sight: of these nothing is told but the number. */
@Component
public class TicketOrigins implements Origins, WayOut {
    private static final Pattern TALK = Pattern.compile("ticket-(\\d{1,18})\\.(public|internal)");
    private static final Pattern FORM = Pattern.compile("(/tickets|/my)/(\\d{1,18})(/[a-z-]+)");
    private static final Pattern PLACE = Pattern.compile("/(?:tickets|my)/(\\d{1,18})(?:/.*)?");

    private final Drafts drafts;
    private final Tickets tickets;
    private final LeftWords left;

    TicketOrigins(Drafts drafts, Tickets tickets, LeftWords left) {
        this.drafts = drafts;
        this.tickets = tickets;
        this.left = left;
    }

    @Override
    public Map<String, Origin> of(Collection<Draft> drafts, Page page) {
        var numbers =
                drafts.stream().flatMap(draft -> number(draft.name()).stream()).collect(toSet());
        var seen = seen(numbers, page);
        var allowed = tickets.allowed(seen.values(), page.reader(), page.now());
        return drafts.stream().filter(draft -> number(draft.name()).isPresent()).collect(toMap(Draft::name, draft -> {
            long number = number(draft.name()).orElseThrow();
            var ticket = seen.get(number);
            var may = allowed.getOrDefault(number, List.of());
            return new Origin(
                    about(number, ticket, page),
                    left.word(draft.name(), page),
                    ticket == null ? null : path(draft.name(), ticket, may, page),
                    words(draft, ticket, page));
        }));
    }

    /** How a ticket is called to who reads it, and to who does not see it. */
    public static String about(long number, @Nullable Ticket ticket, Page page) {
        return ticket == null
                ? page.t("ticket.left.unseen", Long.toString(number))
                : page.t(
                        "ticket.left.about",
                        Long.toString(number),
                        ticket.matter().title());
    }

    /** Those of these that the reader sees. */
    public Map<Long, Ticket> seen(Collection<Long> numbers, Page page) {
        return numbers.isEmpty()
                ? Map.of()
                : tickets.of(numbers, page.reader()).stream().collect(toMap(Ticket::number, Function.identity()));
    }

    @Override
    public Optional<Way> from(String path, Page page) {
        var place = PLACE.matcher(path);
        if (!place.matches()) return Optional.empty();
        var names = names(place.group(1));
        return drafts.of(names, page.reader()).stream()
                        .anyMatch(draft -> !draft.fields().isEmpty())
                ? Optional.of(new Way(page.t("ticket.left.waits"), "/me/drafts"))
                : Optional.empty();
    }

    private List<String> names(String number) {
        var talk = Stream.of("ticket-" + number + ".public", "ticket-" + number + ".internal");
        var forms = left.paths().flatMap(form -> Stream.of("/tickets/" + number + form, "/my/" + number + form));
        return Stream.concat(talk, forms).toList();
    }

    private static Optional<Long> number(String name) {
        var talk = TALK.matcher(name);
        if (talk.matches()) return Optional.of(Long.valueOf(talk.group(1)));
        var form = FORM.matcher(name);
        return form.matches() ? Optional.of(Long.valueOf(form.group(2))) : Optional.empty();
    }

    private List<String> words(Draft draft, @Nullable Ticket ticket, Page page) {
        if (!FORM.matcher(draft.name()).matches()) {
            var text = draft.fields().getOrDefault("text", "");
            return Stream.concat(Stream.of(text), Words.files(draft.fields(), page).stream())
                    .filter(words -> !words.isBlank())
                    .toList();
        }
        var read = ticket == null ? List.<String>of() : left.read(draft, ticket, page);
        return read.isEmpty() ? Words.of(draft.fields(), page) : read;
    }

    private String path(String name, Ticket ticket, Collection<Act> allowed, Page page) {
        if (!page.reader().worksHere()) return "/my/" + ticket.number();
        var form = FORM.matcher(name);
        var desk = "/tickets/" + ticket.number();
        if (!form.matches() || !left.offers(form.group(3), ticket, allowed)) return desk;
        return desk
                + switch (form.group(3)) {
                    case "/edit" -> "/edit";
                    case "/answers" -> "/answers/edit";
                    default -> form.group(3) + "/new";
                };
    }
}
