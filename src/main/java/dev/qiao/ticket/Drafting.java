package dev.qiao.ticket;

import static java.util.Objects.requireNonNull;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Ticket.Place;
import dev.qiao.ticket.Weight.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns drafts into tickets: rights, references and texts checked, priority found, nothing stored yet. */
@Component
class Drafting {
    private final Priorities priorities;
    private final Categories categories;
    private final Services services;
    private final People people;
    private final Organizations organizations;

    Drafting(
            Priorities priorities,
            Categories categories,
            Services services,
            People people,
            Organizations organizations) {
        this.priorities = priorities;
        this.categories = categories;
        this.services = services;
        this.people = people;
        this.organizations = organizations;
    }

    /** What a batch of drafts speaks of, read once for all of them. */
    record Known(Map<Long, Person> persons, Map<Long, Organization> organizations) {}

    Known known(Collection<Draft> drafts) {
        var persons =
                people.of(drafts.stream().map(Drafting::requester).distinct().toList());
        var named = Stream.concat(
                        drafts.stream().map(Draft::organization).filter(Objects::nonNull),
                        persons.values().stream().map(Person::organization).filter(id -> id != 0))
                .distinct()
                .toList();
        return new Known(persons, organizations.of(named));
    }

    /** Errors: invalid, naming the field; forbidden. */
    Ticket ticket(Draft draft, long number, Known known, Instant now) {
        var me = draft.by();
        if (!me.may(Permission.TICKET_WORK)) me.must(Permission.REQUEST);
        var requester = known.persons().get(requester(draft));
        if (requester == null || !requester.active()) throw Refused.invalid("requester", "ticket.no_person");
        var organization = organization(draft, requester, known);
        mayReportFor(me, requester, organization);
        if (draft.restricted()) me.must(Permission.TICKET_RESTRICT);
        var wrong = new Objections();
        var title = wrong.read(() -> Texts.title("title", draft.title()));
        var description = wrong.read(() -> Texts.body("description", draft.description()));
        var category = wrong.read(() -> category(draft.category()));
        var service = wrong.read(() -> service(draft.service()));
        var started = wrong.read(() -> Times.stated(draft.startedAt(), now));
        var tags = wrong.read(() -> Texts.tags(draft.tags()));
        wrong.raise();
        var matter = new Matter(
                draft.kind(),
                requireNonNull(title),
                requireNonNull(description),
                category,
                service,
                organization == null ? null : organization.id(),
                requester.id(),
                me.machine() ? requester.id() : me.id(),
                draft.source(),
                started,
                requireNonNull(tags),
                draft.restricted(),
                organization != null && organization.vip());
        var weight = weight(matter, draft.impact(), draft.urgency());
        return new Ticket(
                number, 1, matter, weight, Place.NOWHERE, new Stage.Waiting(now), Times.opened(now), Ticket.Tally.NONE);
    }

    /** Impact and urgency by the matrix, raised by a critical service or a VIP. */
    Weight weight(Matter matter, Level impact, Level urgency) {
        var service = matter.service() == null
                ? null
                : services.find(matter.service()).orElse(null);
        boolean critical = service != null && service.critical();
        return new Weight(impact, urgency, priorities.matrix().priority(impact, urgency, critical, matter.vip()), null);
    }

    @Nullable
    Long category(@Nullable Long id) {
        if (id == null) return null;
        return categories
                .find(id)
                .filter(Category::active)
                .map(Category::id)
                .orElseThrow(() -> Refused.invalid("category", "ticket.no_category", id));
    }

    @Nullable
    Long service(@Nullable Long id) {
        if (id == null) return null;
        return services.find(id)
                .filter(Service::active)
                .map(Service::id)
                .orElseThrow(() -> Refused.invalid("service", "ticket.no_service", id));
    }

    private static @Nullable Organization organization(Draft draft, Person requester, Known known) {
        var named = draft.organization();
        if (named == null) return known.organizations().get(requester.organization());
        return usable(known.organizations().get(named));
    }

    /** Errors: invalid, for one that does not exist or is no longer served. */
    static Organization usable(@Nullable Organization organization) {
        if (organization == null || !organization.active())
            throw Refused.invalid("organization", "ticket.no_organization");
        return organization;
    }

    private static void mayReportFor(Me me, Person requester, @Nullable Organization organization) {
        if (me.may(Permission.TICKET_WORK) || me.machine()) return;
        boolean self = requester.id() == me.id();
        boolean colleague = me.organization() != 0 && requester.organization() == me.organization();
        if (!self && !colleague) throw Refused.invalid("requester", "ticket.not_a_colleague");
        if (organization != null && organization.id() != requester.organization()) {
            throw Refused.invalid("organization", "ticket.not_their_organization");
        }
    }

    private static long requester(Draft draft) {
        return Objects.requireNonNullElse(draft.requester(), draft.by().id());
    }
}
