package dev.qiao.feedback.grievance.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.grievance.Grievance;
import dev.qiao.feedback.grievance.Grievances;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Grievances about a ticket, for programs. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/grievances")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class GrievanceApi {
    record NewGrievance(@Nullable String words) {}

    record Noted(long id) {}

    /**
     * A grievance as programs see it.
     *
     * @param dueAt when it becomes a complaint, if nobody settles it
     * @param complaint the number of what it became
     */
    record GrievanceJson(
            long id,
            String words,
            Instant notedAt,
            Instant dueAt,
            @Nullable Instant settledAt,
            @Nullable String settlement,
            @Nullable Long complaint) {
        static GrievanceJson of(Grievance g) {
            return new GrievanceJson(
                    g.id(), g.words(), g.notedAt(), g.dueAt(), g.settledAt(), g.settledWords(), g.complaint());
        }
    }

    private final Grievances grievances;
    private final InstantSource clock;

    GrievanceApi(Grievances grievances, InstantSource clock) {
        this.grievances = grievances;
        this.clock = clock;
    }

    @GetMapping
    Slice<GrievanceJson> index(@PathVariable long number, Paging paging, Me me) {
        return paging.of(grievances.of(number, me), "grievances").map(GrievanceJson::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Noted create(@PathVariable long number, @RequestBody NewGrievance wanted, Me me) {
        return new Noted(grievances.note(number, wanted.words(), me, clock.instant()));
    }
}
