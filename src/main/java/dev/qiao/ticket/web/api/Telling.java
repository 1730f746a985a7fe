package dev.qiao.ticket.web.api;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Acts;
import dev.qiao.base.Me;
import dev.qiao.base.Ref;
import dev.qiao.base.api.Etag;
import dev.qiao.base.api.Idempotency.Answer;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.sla.Clock;
import dev.qiao.sla.Clocks;
import dev.qiao.ticket.Answering.Opened;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.web.AnswerJson;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.web.api.TicketJson.ClockJson;
import dev.qiao.ticket.web.api.TicketJson.HoldJson;
import dev.qiao.ticket.web.api.TicketJson.ResolutionJson;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns tickets into what the API tells, reading the names behind all of them at once. */
@Component
class Telling {
    private final Tickets tickets;
    private final Clocks clocks;
    private final Conversation conversation;
    private final People people;
    private final Teams teams;
    private final Organizations organizations;
    private final Services services;
    private final Categories categories;
    private final Merges merges;
    private final Answers answers;
    private final AnswerJson answerJson;
    private final ObjectProvider<Acts> acts;
    private final JsonMapper json;

    Telling(
            Tickets tickets,
            Clocks clocks,
            Conversation conversation,
            People people,
            Teams teams,
            Organizations organizations,
            Services services,
            Categories categories,
            Merges merges,
            Answers answers,
            AnswerJson answerJson,
            ObjectProvider<Acts> acts,
            JsonMapper json) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.conversation = conversation;
        this.people = people;
        this.teams = teams;
        this.organizations = organizations;
        this.services = services;
        this.categories = categories;
        this.merges = merges;
        this.answers = answers;
        this.answerJson = answerJson;
        this.acts = acts;
        this.json = json;
    }

    private record Names(
            Map<Long, Person> people,
            Map<Long, Team> teams,
            Map<Long, Organization> organizations,
            Map<Long, Long> merged) {}

    /** What the callers who opened these are answered: names and clocks are read once for all of them. */
    List<Answer> answers(List<Opened> opened) {
        var all = opened.stream().map(Opened::ticket).toList();
        var names = names(all);
        var running = clocks.of(Tickets.KIND, all.stream().map(Ticket::number).toList());
        var allowed = new HashMap<Long, List<String>>();
        var fields = answered(opened);
        var now = opened.stream().map(Opened::at).max(naturalOrder()).orElseThrow();
        opened.stream()
                .collect(groupingBy(o -> o.draft().by(), mapping(Opened::ticket, toList())))
                .forEach((me, tickets) -> allowed.putAll(allowed(tickets, me, now)));
        return opened.stream()
                .map(o -> {
                    var t = o.ticket();
                    var told = json(
                            t,
                            names,
                            running.getOrDefault(t.number(), List.of()),
                            0,
                            allowed.getOrDefault(t.number(), List.of()),
                            fields.get(t.number()),
                            o.at());
                    var place = "/api/v1/tickets/" + t.number();
                    return Answer.json(201, place, Etag.of(t.version()), json.writeValueAsBytes(told));
                })
                .toList();
    }

    TicketJson of(Ticket ticket, Me me, Instant now) {
        return of(List.of(ticket), me, now).getFirst();
    }

    /** The ticket after an act, with its version. */
    ResponseEntity<TicketJson> ok(Ticket ticket, Me me, Instant now) {
        var told = of(ticket, me, now);
        return ResponseEntity.ok().eTag(Etag.of(ticket.version(), told)).body(told);
    }

    List<TicketJson> of(List<Ticket> all, Me me, Instant now) {
        var names = names(all);
        var numbers = all.stream().map(Ticket::number).toList();
        var running = clocks.of(Tickets.KIND, numbers);
        var allowed = allowed(all, me, now);
        var spoken = conversation.counts(all, me);
        var fields = answerJson.of(numbers, me);
        return all.stream()
                .map(t -> json(
                        t,
                        names,
                        running.getOrDefault(t.number(), List.of()),
                        spoken.getOrDefault(t.number(), 0),
                        allowed.getOrDefault(t.number(), List.of()),
                        fields.get(t.number()),
                        now))
                .toList();
    }

    private Names names(List<Ticket> all) {
        return new Names(
                people.of(ids(
                        all,
                        t -> Stream.of(
                                t.matter().requester(),
                                t.matter().reporter(),
                                t.place().person()))),
                teams.of(ids(all, t -> Stream.of(t.place().team()))),
                organizations.of(ids(all, t -> Stream.of(t.matter().organization()))),
                merges.into(all.stream()
                        .filter(t -> t.stage() instanceof Stage.Closed || t.stage() instanceof Stage.Resolved)
                        .map(Ticket::number)
                        .toList()));
    }

    private TicketJson json(
            Ticket t,
            Names names,
            List<Clock> running,
            int comments,
            List<String> allowed,
            AnswerJson.@Nullable Fields fields,
            Instant now) {
        var m = t.matter();
        var times = t.times();
        return new TicketJson(
                t.number(),
                names.merged().get(t.number()),
                m.title(),
                m.description(),
                m.kind().code(),
                t.stage().name().code(),
                t.weight().priority().code(),
                t.weight().reason(),
                t.weight().impact().code(),
                t.weight().urgency().code(),
                ref(known(names.teams(), t.place().team()), Team::code, Team::name),
                person(names, t.place().person()),
                person(names, m.requester()),
                person(names, m.reporter()),
                ref(known(names.organizations(), m.organization()), Organization::code, Organization::name),
                m.service() == null ? null : ref(services.find(m.service()).orElse(null), Service::code, Service::name),
                m.category() == null
                        ? null
                        : ref(categories.find(m.category()).orElse(null), c -> c.code(), c -> c.name()),
                m.source().code(),
                m.tags(),
                m.restricted(),
                hold(t.stage()),
                resolution(t.stage()),
                m.startedAt(),
                times.openedAt(),
                times.acceptedAt(),
                times.respondedAt(),
                times.restoredAt(),
                times.resolvedAt(),
                times.closedAt(),
                times.dueAt(),
                times.updatedAt(),
                t.tally().reopened(),
                t.tally().handedOver(),
                comments,
                t.version(),
                running.stream().map(c -> clock(c, now)).toList(),
                allowed,
                fields == null ? null : fields.form(),
                fields == null ? null : fields.version(),
                fields == null ? Map.of() : fields.answers());
    }

    /** What those who just opened these answered; what had been opened before is looked up. */
    private Map<Long, AnswerJson.Fields> answered(List<Opened> opened) {
        var fields = new HashMap<Long, AnswerJson.Fields>();
        for (var o : opened) {
            if (o.draft().filled() == null) continue;
            var one = o.answered() == null ? answers.of(o.ticket()).orElse(null) : o.answered();
            if (one != null)
                fields.putAll(answerJson.of(
                        Map.of(o.ticket().number(), one), o.draft().by()));
        }
        return fields;
    }

    /** What this person may do with each, here and by the rooms above, each asked once. */
    private Map<Long, List<String>> allowed(List<Ticket> all, Me me, Instant now) {
        if (me.looks()) return Map.of();
        var numbers = all.stream().map(Ticket::number).toList();
        var here = tickets.allowed(all, me, now).entrySet().stream()
                .map(e -> Map.entry(
                        e.getKey(), e.getValue().stream().map(Act::code).toList()));
        var above =
                acts.orderedStream().flatMap(room -> room.allowed(Tickets.KIND, numbers, me, now).entrySet().stream());
        return Stream.concat(here, above)
                .collect(groupingBy(Map.Entry::getKey, flatMapping(e -> e.getValue().stream(), toList())));
    }

    static ClockJson clock(Clock clock, Instant now) {
        return new ClockJson(
                clock.metric().code(),
                clock.budgetSeconds(),
                clock.spentSeconds(now),
                clock.dueAt(),
                clock.state(now).code());
    }

    private static @Nullable HoldJson hold(Stage stage) {
        return stage instanceof Stage.OnHold h ? new HoldJson(h.waitsFor().code(), h.reason(), h.until()) : null;
    }

    private static @Nullable ResolutionJson resolution(Stage stage) {
        var resolution = switch (stage) {
            case Stage.Resolved r -> r.resolution();
            case Stage.Closed c -> c.resolution();
            case Stage.Waiting _, Stage.Working _, Stage.OnHold _ -> null;
        };
        if (resolution == null) return null;
        var cause = resolution.cause();
        return new ResolutionJson(resolution.code().code(), cause == null ? null : cause.code(), resolution.solution());
    }

    /** Somebody without a login is known by number alone. */
    private static @Nullable Ref person(Names names, @Nullable Long id) {
        return ref(known(names.people(), id), Person::code, Person::name);
    }

    private static <T> @Nullable T known(Map<Long, T> things, @Nullable Long id) {
        return id == null ? null : things.get(id);
    }

    private static <T> @Nullable Ref ref(@Nullable T thing, Function<T, String> code, Function<T, String> name) {
        return thing == null ? null : new Ref(code.apply(thing), name.apply(thing));
    }

    private static Collection<Long> ids(List<Ticket> all, Function<Ticket, Stream<@Nullable Long>> of) {
        return all.stream().flatMap(of).filter(Objects::nonNull).distinct().toList();
    }
}
