package dev.qiao.dispatch.oncall;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is on call. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
@RequestMapping("/api/v1/oncall")
class OnCallApi {
    /** Somebody, and how they are reached. */
    record Reached(
            String login,
            String name,
            @Nullable String phone,
            @Nullable String mail,
            @Nullable Instant until) {}

    /** Somebody who comes next. */
    record Following(String login, String name, Instant from) {}

    /** When nobody is there. */
    record Missing(Instant from, Instant to) {}

    /**
     * A team on call.
     *
     * @param services that ask it first
     * @param gaps the first three of the next seven days
     * @param urgent how many urgent tickets it has, of those in sight
     * @param waiting how many nobody has accepted
     */
    record Shown(
            Ref team,
            List<Ref> services,
            List<Reached> now,
            @Nullable Following next,
            List<Missing> gaps,
            int urgent,
            int waiting) {
        static Shown of(OnCall call) {
            var next = call.next();
            return new Shown(
                    new Ref(call.team().code(), call.team().name()),
                    call.services().stream()
                            .map(service -> new Ref(service.code(), service.name()))
                            .toList(),
                    call.now().stream()
                            .map(each -> reached(each.person(), each.until()))
                            .toList(),
                    next == null
                            ? null
                            : new Following(next.person().code(), next.person().name(), next.from()),
                    call.gaps().stream()
                            .map(gap -> new Missing(gap.from(), gap.to()))
                            .toList(),
                    call.urgent(),
                    call.waiting());
        }

        private static Reached reached(Person person, @Nullable Instant until) {
            return new Reached(person.code(), person.name(), person.phone(), person.mail(), until);
        }
    }

    private final OnCalls calls;
    private final InstantSource clock;

    OnCallApi(OnCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** By team. */
    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        return paging.of(calls.all(me, clock.instant()), "oncall").map(Shown::of);
    }
}
