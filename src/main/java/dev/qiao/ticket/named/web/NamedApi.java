package dev.qiao.ticket.named.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Person;
import dev.qiao.ticket.named.Named;
import dev.qiao.ticket.web.References;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may see a restricted ticket beside its requester. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/named")
class NamedApi {
    private final Named named;
    private final References references;
    private final InstantSource clock;

    NamedApi(Named named, References references, InstantSource clock) {
        this.named = named;
        this.references = references;
        this.clock = clock;
    }

    /** @param person their login, or number */
    record NewNamed(@Nullable String person) {}

    /** Never more than 500, so there is no further page. */
    @GetMapping
    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
    Slice<Ref> index(@PathVariable long number, Paging paging, Me me) {
        return paging.of(named.of(number, me).stream().map(NamedApi::ref).toList(), "named");
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.TICKET_WORK)
    void create(@PathVariable long number, @RequestBody NewNamed body, Me me) {
        var person = references.person("person", body.person());
        if (person == null) throw Refused.invalid("person", "ticket.named.whom");
        named.add(number, person, me, clock.instant());
    }

    @DeleteMapping("/{login}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.TICKET_WORK)
    void destroy(@PathVariable long number, @PathVariable String login, Me me) {
        var id = references.person("login", login);
        named.remove(number, Objects.requireNonNull(id), me, clock.instant());
    }

    private static Ref ref(Person person) {
        return new Ref(person.code(), person.name());
    }
}
