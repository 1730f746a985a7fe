package dev.qiao.people;

import dev.qiao.base.Refused;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.people.SignIn.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** In a demonstration six people come in by one click: the first who holds each of these roles. */
@Component
public class DemoPeople {
    private static final List<String> ROLES =
            List.of("requester", "dispatcher", "engineer", "lead", "manager", "admin");

    /**
     * Somebody whom a visitor may be.
     *
     * @param role the code of the role that this person is to show
     */
    public record Visitor(String role, Person person) {}

    private final boolean demo;
    private final People people;
    private final Roles roles;
    private final SignIn signIn;

    DemoPeople(Settings settings, People people, Roles roles, SignIn signIn) {
        this.demo = settings.flag(Setting.DEMO);
        this.people = people;
        this.roles = roles;
        this.signIn = signIn;
    }

    /** Empty, but in a demonstration. */
    public List<Visitor> all() {
        return demo ? ROLES.stream().flatMap(role -> first(role).stream()).toList() : List.of();
    }

    /** Signs in as somebody of the demonstration without a password. Errors: not found, anywhere else. */
    public SignIn.In enter(long person, Source source, Instant now) {
        return all().stream()
                .map(Visitor::person)
                .filter(p -> p.id() == person)
                .findFirst()
                .map(p -> signIn.trusted(p, source, now))
                .orElseThrow(() -> Refused.forbidden("people.no_demo"));
    }

    private Optional<Visitor> first(String role) {
        return roles.holders(role).stream()
                .filter(person -> roles.of(person).size() == 1)
                .findFirst()
                .flatMap(people::find)
                .map(person -> new Visitor(role, person));
    }
}
