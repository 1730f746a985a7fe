package dev.qiao.feedback.complaint.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.complaint.Complaint;
import dev.qiao.feedback.complaint.Complaint.Cause;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.feedback.complaint.ComplaintDraft;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.complaint.Step;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.sla.Clock;
import dev.qiao.sla.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Complaints for programs: one's own, and those that one may see. */
@RestController
@RequestMapping("/api/v1/complaints")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class ComplaintApi {
    private static final Duration LATELY = Duration.ofDays(365);

    /** @param cause slow, unreachable, broken_promise, not_solved, attitude, careless or other */
    record NewComplaint(
            @Nullable Long ticket,
            @Nullable Cause cause,
            @Nullable String title,
            @Nullable String words) {}

    record StepJson(Step.Kind kind, String words, @Nullable Ref by, Instant at) {}

    /**
     * A complaint as programs see it.
     *
     * @param answerDueAt when the first answer is promised; null once it was given
     * @param conclusionDueAt when the final answer is
     */
    record ComplaintJson(
            long number,
            @Nullable Long ticket,
            Cause cause,
            String title,
            String words,
            Complaint.State state,
            @Nullable Ref complainer,
            @Nullable Ref handler,
            Instant receivedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant concludedAt,
            @Nullable Instant answerDueAt,
            @Nullable Instant conclusionDueAt,
            @Nullable Result result,
            @Nullable Boolean satisfied,
            List<StepJson> steps) {}

    private final Complaints complaints;
    private final People people;
    private final InstantSource clock;

    ComplaintApi(Complaints complaints, People people, InstantSource clock) {
        this.complaints = complaints;
        this.people = people;
        this.clock = clock;
    }

    /** Of a year, newest first; whoever does not work here gets their own. Steps stand in each one alone. */
    @GetMapping
    Slice<ComplaintJson> index(@RequestParam(required = false) @Nullable Cause cause, Paging paging, Me me) {
        var now = clock.instant();
        var all = me.worksHere() ? complaints.received(now.minus(LATELY), now.plusSeconds(1), me) : complaints.mine(me);
        var found =
                all.stream().filter(c -> cause == null || c.cause() == cause).toList();
        return paging.of(found, "complaints").map(c -> json(c, List.of()));
    }

    @GetMapping("/{number}")
    ComplaintJson show(@PathVariable long number, Me me) {
        var complaint = complaints.find(number, me);
        return json(complaint, complaints.steps(complaint, me));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ComplaintJson create(@RequestBody NewComplaint wanted, Me me) {
        var draft = new ComplaintDraft(
                wanted.ticket(),
                null,
                null,
                null,
                wanted.cause(),
                Objects.requireNonNullElse(wanted.title(), ""),
                Objects.requireNonNullElse(wanted.words(), ""));
        return json(complaints.open(draft, me, clock.instant()), List.of());
    }

    private ComplaintJson json(Complaint c, List<Step> steps) {
        var clocks = complaints.clocks(List.of(c)).getOrDefault(c.number(), List.of());
        return new ComplaintJson(
                c.number(),
                c.ticket(),
                c.cause(),
                c.title(),
                c.words(),
                c.state(),
                ref(c.complainer()),
                ref(c.handler()),
                c.receivedAt(),
                c.answeredAt(),
                c.concludedAt(),
                due(clocks, Metric.RESPONSE),
                due(clocks, Metric.RESOLUTION),
                c.result(),
                c.satisfied(),
                steps.stream()
                        .map(step -> new StepJson(step.kind(), step.words(), ref(step.by()), step.at()))
                        .toList());
    }

    private @Nullable Ref ref(@Nullable Long person) {
        return Optional.ofNullable(person)
                .flatMap(people::find)
                .map(ComplaintApi::ref)
                .orElse(null);
    }

    private static Ref ref(Person person) {
        return new Ref(person.login() == null ? "" : person.login(), person.name());
    }

    private static @Nullable Instant due(List<Clock> clocks, Metric metric) {
        return clocks.stream()
                .filter(c -> c.metric() == metric && !c.stopped())
                .map(Clock::dueAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
