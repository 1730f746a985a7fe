package dev.qiao.channel.mail;

import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Permission;
import dev.qiao.channel.mail.read.Address;
import dev.qiao.channel.mail.read.Words;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.Rights;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who writes. Whatever rights a person has at the desk, a mail has only those of somebody who asks: its sender can be forged. */
@Component
class Senders {
    private static final String ROLE = "requester";
    private static final int NAME = 100;

    private final People people;
    private final Organizations organizations;
    private final Rights rights;

    Senders(People people, Organizations organizations, Rights rights) {
        this.people = people;
        this.organizations = organizations;
        this.rights = rights;
    }

    Optional<Person> known(Address from) {
        return people.byMail(from.mail());
    }

    /** Whether this person works here, so that a mail in their name proves nothing. */
    boolean ofTheDesk(Person person) {
        return rights.of(person.id()).filter(Me::worksHere).isPresent();
    }

    /** Whether somebody whom nobody knows yet may become a person by writing there. */
    boolean welcome(Address from, Mailbox box) {
        return box.draft().opens().strangers() || byDomain(from, box).isPresent();
    }

    /** Makes them known, by their mail alone. */
    Person welcomed(Address from, Mailbox box, Instant now) {
        var organization = byDomain(from, box).map(Organization::id).orElseGet(() -> {
            var usual = box.draft().opens().organization();
            return usual == null ? 0L : usual;
        });
        var name = Words.line(from.called(), NAME);
        var draft =
                new PersonDraft(null, Words.blank(name) ? from.mail() : name, from.mail(), null, null, organization);
        return people.add(draft, Set.of(ROLE), Me.QIAO, now);
    }

    private Optional<Organization> byDomain(Address from, Mailbox box) {
        return Mailboxes.organization(box.draft(), from.domain())
                .flatMap(organizations::byCode)
                .filter(Organization::active);
    }

    /** This person, as far as a mail speaks for them. */
    static Me voice(Person person) {
        return new Me(
                person.id(),
                person.login() == null ? "" : person.login(),
                person.name(),
                person.organization(),
                Set.of(),
                Set.of(Permission.REQUEST),
                person.language(),
                person.zone(),
                Origin.LIVE);
    }
}
