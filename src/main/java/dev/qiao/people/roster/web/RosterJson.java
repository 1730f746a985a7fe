package dev.qiao.people.roster.web;

import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.roster.Cover;
import dev.qiao.people.roster.Leave;
import dev.qiao.people.roster.Roster;
import dev.qiao.people.roster.Shift;
import dev.qiao.people.roster.Span;
import dev.qiao.people.roster.Swap;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rosters as programs see them: people by login, moments exact. */
@Component
class RosterJson {
    /** @param person null: a gap */
    record ShiftShown(
            Instant from,
            Instant to,
            @Nullable Ref person,
            @Nullable Ref instead,
            @Nullable String layer) {}

    /** @param idle changes nothing any more, because the shift it is for is another's by now */
    record CoverShown(long id, Ref person, @Nullable Ref instead, Instant from, Instant to, boolean idle) {}

    record LeaveShown(long id, Ref person, Instant from, Instant to, String note) {}

    record SpanShown(Instant from, Instant to) {}

    record SwapShown(
            long id,
            Ref asker,
            Ref asked,
            SpanShown gives,
            @Nullable SpanShown takes,
            Swap.State state) {}

    private final People people;

    RosterJson(People people) {
        this.people = people;
    }

    /** Errors: invalid, naming the field, when nobody has this login. */
    @Nullable
    Long person(String field, @Nullable String login) {
        if (login == null || login.isBlank()) return null;
        return people.byLogin(login.strip())
                .map(Person::id)
                .orElseThrow(() -> Refused.invalid(field, "people.no_person"));
    }

    /** Errors: invalid, naming the end that is missing. */
    static Span span(@Nullable Instant from, @Nullable Instant to) {
        if (from == null) throw Refused.invalid("from", "people.compulsory");
        if (to == null) throw Refused.invalid("to", "people.compulsory");
        return new Span(from, to);
    }

    List<Ref> refs(Collection<Long> persons) {
        var known = people.of(persons);
        return persons.stream()
                .filter(known::containsKey)
                .map(p -> ref(known, p))
                .toList();
    }

    List<ShiftShown> shifts(Roster roster, Instant from, Instant to) {
        var shifts = roster.shifts(from, to);
        var named = new HashSet<Long>();
        for (var shift : shifts) {
            if (shift.person() != null) named.add(shift.person());
            if (shift.post().instead() != null) named.add(shift.post().instead());
        }
        var known = people.of(named);
        return shifts.stream().map(shift -> shown(shift, roster, known)).toList();
    }

    /** All of one team. */
    List<CoverShown> shown(Collection<Cover> covers, Set<Long> idle) {
        var named = new HashSet<Long>();
        for (var cover : covers) {
            named.add(cover.person());
            if (cover.instead() != null) named.add(cover.instead());
        }
        var known = people.of(named);
        return covers.stream()
                .map(cover -> new CoverShown(
                        cover.id(),
                        ref(known, cover.person()),
                        cover.instead() == null ? null : ref(known, cover.instead()),
                        cover.from(),
                        cover.to(),
                        idle.contains(cover.id())))
                .toList();
    }

    LeaveShown shown(Leave leave) {
        var known = people.of(List.of(leave.person()));
        return new LeaveShown(leave.id(), ref(known, leave.person()), leave.from(), leave.to(), leave.note());
    }

    SwapShown shown(Swap swap) {
        var known = people.of(List.of(swap.asker(), swap.asked()));
        return new SwapShown(
                swap.id(),
                ref(known, swap.asker()),
                ref(known, swap.asked()),
                new SpanShown(swap.gives().from(), swap.gives().to()),
                swap.takes() == null
                        ? null
                        : new SpanShown(swap.takes().from(), swap.takes().to()),
                swap.state());
    }

    private static ShiftShown shown(Shift shift, Roster roster, Map<Long, Person> known) {
        var post = shift.post();
        return new ShiftShown(
                shift.from(),
                shift.to(),
                post.person() == null ? null : ref(known, post.person()),
                post.instead() == null ? null : ref(known, post.instead()),
                roster.layers().stream()
                        .filter(layer -> post.layer() != null && layer.id() == post.layer())
                        .map(layer -> layer.name())
                        .findFirst()
                        .orElse(null));
    }

    private static Ref ref(Map<Long, Person> known, long id) {
        var person = known.get(id);
        if (person == null) return new Ref(String.valueOf(id), "");
        return new Ref(person.code(), person.name());
    }
}
