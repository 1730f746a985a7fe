package dev.qiao.feedback.call.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Face;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.Ratings;
import dev.qiao.feedback.call.Call;
import dev.qiao.feedback.call.Calls;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to ring up now, and who was. */
@Controller
@RequestMapping("/calls")
@Needs(Permission.TICKET_WORK)
class CallController {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int SHOWN = 100;

    private final Calls calls;
    private final Tickets tickets;
    private final Ratings ratings;
    private final People people;
    private final Organizations organizations;
    private final InstantSource clock;

    CallController(
            Calls calls,
            Tickets tickets,
            Ratings ratings,
            People people,
            Organizations organizations,
            InstantSource clock) {
        this.calls = calls;
        this.tickets = tickets;
        this.ratings = ratings;
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    String index(@RequestParam(defaultValue = "false") boolean done, Me me, Model model) {
        var now = clock.instant();
        var found = done ? calls.done(now.minus(LATELY), me) : calls.due(me, now);
        model.addAttribute("rows", rows(found.stream().limit(SHOWN).toList(), me));
        model.addAttribute("more", Math.max(0, found.size() - SHOWN));
        model.addAttribute("done", done);
        return "feedback/call/web/index";
    }

    private List<CallRow> rows(List<Call> found, Me me) {
        var numbers = found.stream().map(Call::ticket).distinct().toList();
        var known = tickets.of(numbers, me).stream().collect(toMap(Ticket::number, identity()));
        var rated = ratings.of(numbers);
        var named = people.of(found.stream()
                .flatMap(call -> Stream.of(call.person(), call.doneBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var served = organizations.of(known.values().stream()
                .map(ticket -> ticket.matter().organization())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .filter(call -> known.containsKey(call.ticket()))
                .map(call -> {
                    var ticket = Objects.requireNonNull(known.get(call.ticket()));
                    var person = named.get(call.person());
                    return new CallRow(
                            call,
                            ticket,
                            face(call, ticket, person, served),
                            person == null ? null : person.phone(),
                            rated.get(call.ticket()),
                            Optional.ofNullable(call.doneBy())
                                    .map(named::get)
                                    .map(Person::name)
                                    .orElse(""));
                })
                .toList();
    }

    private static Face face(Call call, Ticket ticket, @Nullable Person person, Map<Long, Organization> served) {
        var organization = ticket.matter().organization() == null
                ? null
                : served.get(ticket.matter().organization());
        return Face.served(
                        call.person(),
                        person == null ? "" : person.name(),
                        organization == null ? null : organization.name())
                .vip(ticket.matter().vip());
    }
}
