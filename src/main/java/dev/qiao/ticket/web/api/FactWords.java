package dev.qiao.ticket.web.api;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Ref;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact;
import dev.qiao.ticket.TicketHistory.Event;
import dev.qiao.ticket.Tickets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells stored facts in the API's own words: codes, and who or what they name by code and name. All names are read at once. */
@Component
class FactWords {
    private enum Thing {
        PERSON,
        TEAM,
        ORGANIZATION,
        SERVICE,
        CATEGORY
    }

    /** Fields that hold the number of something. */
    private static final Map<String, Thing> NUMBERS = Map.of(
            "engineer", Thing.PERSON,
            "person", Thing.PERSON,
            "fromPerson", Thing.PERSON,
            "requester", Thing.PERSON,
            "mentions", Thing.PERSON,
            "team", Thing.TEAM,
            "fromTeam", Thing.TEAM,
            "organization", Thing.ORGANIZATION,
            "service", Thing.SERVICE,
            "category", Thing.CATEGORY);

    /** Fields that hold the number of another ticket. */
    private static final Set<String> TICKETS = Set.of("other", "into", "from");

    private final Tickets tickets;
    private final People people;
    private final Teams teams;
    private final Organizations organizations;
    private final Services services;
    private final Categories categories;

    FactWords(
            Tickets tickets,
            People people,
            Teams teams,
            Organizations organizations,
            Services services,
            Categories categories) {
        this.tickets = tickets;
        this.people = people;
        this.teams = teams;
        this.organizations = organizations;
        this.services = services;
        this.categories = categories;
    }

    /** The facts of these events, each by the number of its entry; another ticket is named only to who sees it. */
    Map<Long, Map<String, Object>> of(List<Event> events, Me me) {
        var stored = events.stream().collect(toMap(e -> e.entry().id(), FactWords::facts));
        var seen = seen(stored.values(), me);
        stored.replaceAll((_, facts) -> without(facts, seen));
        var named = new Named();
        stored.values().forEach(facts -> told(facts, named::note));
        var names = named.read();
        return stored.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, e -> told(e.getValue(), (thing, id) -> names.of(thing, id))));
    }

    private Set<Long> seen(Collection<JsonNode> stored, Me me) {
        var others = stored.stream()
                .flatMap(facts -> TICKETS.stream().map(facts::path))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .collect(toSet());
        return others.isEmpty()
                ? Set.of()
                : tickets.of(others, me).stream().map(Ticket::number).collect(toSet());
    }

    private static JsonNode without(JsonNode facts, Set<Long> seen) {
        var hidden = TICKETS.stream()
                .filter(field -> facts.path(field).isNumber()
                        && !seen.contains(facts.path(field).asLong()))
                .toList();
        return hidden.isEmpty() ? facts : ((ObjectNode) facts.deepCopy()).remove(hidden);
    }

    /** What this room says is read and written again, so that what was stored as a name long ago comes out as a code too. */
    private static JsonNode facts(Event event) {
        var stored = event.entry().facts();
        return TicketFact.of(event.entry()).map(Json::of).orElse(stored).node();
    }

    private interface Naming {
        @Nullable
        Object of(Thing thing, long id);
    }

    private static Map<String, Object> told(JsonNode facts, Naming naming) {
        var told = new LinkedHashMap<String, Object>();
        facts.properties().forEach(field -> {
            var value = value(field.getKey(), field.getValue(), naming);
            if (value != null) told.put(field.getKey().equals("waitsFor") ? "for" : field.getKey(), value);
        });
        return told;
    }

    private static @Nullable Object value(String field, JsonNode value, Naming naming) {
        var thing = NUMBERS.get(field);
        if (value.isArray()) {
            var several = new ArrayList<Object>();
            value.forEach(one -> {
                var told = field.equals("edits") ? edit(one, naming) : value(field, one, naming);
                if (told != null) several.add(told);
            });
            return several;
        }
        if (thing != null && value.isNumber()) return naming.of(thing, value.asLong());
        if (field.equals("level")) return value.asString().toLowerCase(Locale.ROOT);
        return value.isNull() ? null : value;
    }

    /** Before and after are kept as text, numbers too. */
    private static Map<String, Object> edit(JsonNode edit, Naming naming) {
        var field = edit.path("field").asString();
        var thing = NUMBERS.get(field);
        var told = new LinkedHashMap<String, Object>();
        told.put("field", field);
        for (var side : List.of("before", "after")) {
            if (!edit.hasNonNull(side)) continue;
            var text = edit.get(side).asString();
            var value = thing == null ? text : naming.of(thing, Long.parseLong(text));
            if (value != null) told.put(side, value);
        }
        return told;
    }

    private record Names(Map<Thing, Map<Long, Ref>> known) {
        @Nullable
        Ref of(Thing thing, long id) {
            return known.getOrDefault(thing, Map.of()).get(id);
        }
    }

    /** What facts name, before anything of it is read. */
    private final class Named {
        private final Map<Thing, Set<Long>> ids = new EnumMap<>(Thing.class);

        @Nullable
        Object note(Thing thing, long id) {
            ids.computeIfAbsent(thing, _ -> new HashSet<>()).add(id);
            return null;
        }

        Names read() {
            var known = new EnumMap<Thing, Map<Long, Ref>>(Thing.class);
            ids.forEach((thing, of) -> known.put(thing, refs(thing, of)));
            return new Names(known);
        }
    }

    private Map<Long, Ref> refs(Thing thing, Set<Long> ids) {
        return switch (thing) {
            case PERSON -> refs(people.of(ids).values(), Person::id, Person::code, Person::name);
            case TEAM -> refs(teams.of(ids).values(), Team::id, Team::code, Team::name);
            case ORGANIZATION ->
                refs(organizations.of(ids).values(), Organization::id, Organization::code, Organization::name);
            case SERVICE -> refs(services.of(ids).values(), Service::id, Service::code, Service::name);
            case CATEGORY ->
                refs(
                        categories.all().stream()
                                .filter(c -> ids.contains(c.id()))
                                .toList(),
                        Category::id,
                        Category::code,
                        Category::name);
        };
    }

    private static <T> Map<Long, Ref> refs(
            Collection<T> things, Function<T, Long> id, Function<T, String> code, Function<T, String> name) {
        return things.stream().collect(toMap(id, thing -> new Ref(code.apply(thing), name.apply(thing))));
    }
}
