package dev.qiao.people.access;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import dev.qiao.people.Role;
import dev.qiao.people.Roles;
import dev.qiao.people.Sight.Way;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Explains the rights of a person, for those who give them. */
@Component
public class Access {
    /**
     * Whether something is allowed, and by what.
     *
     * @param from the roles that allow it; none: it is not allowed
     */
    public record Grant(Permission permission, List<Role> from) {}

    /**
     * What somebody may do, and how many tickets they see in each way.
     *
     * @param counts by each way of seeing that this person has; empty for who is not active
     */
    public record Explained(List<Grant> grants, Map<Way, Integer> counts) {}

    private final Roles roles;
    private final Rights rights;
    private final TicketsInSight tickets;

    Access(Roles roles, Rights rights, TicketsInSight tickets) {
        this.roles = roles;
        this.rights = rights;
        this.tickets = tickets;
    }

    /** Each permission there is, with where it comes from. */
    public Explained of(Person person, Me me) {
        me.must(Permission.PEOPLE_EDIT);
        var held = person.active() ? roles.of(person.id()) : List.<Role>of();
        var grants = Arrays.stream(Permission.values())
                .map(permission -> new Grant(
                        permission,
                        held.stream()
                                .filter(role -> role.permissions().contains(permission))
                                .toList()))
                .toList();
        return new Explained(grants, rights.of(person.id()).map(tickets::counts).orElse(Map.of()));
    }

    /** Whether they see this ticket; empty for who is not active. Errors: not found, when I do not see it myself. */
    public Optional<TicketsInSight.Answer> tries(long number, Person person, Me me) {
        me.must(Permission.PEOPLE_EDIT);
        return rights.of(person.id()).map(other -> tickets.tries(number, other, me));
    }
}
