package dev.qiao.feedback.call.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.call.Call;
import dev.qiao.feedback.call.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

/** Follow-up calls for programs, such as a telephone system. */
@RestController
@RequestMapping("/api/v1/calls")
@Needs(Permission.TICKET_WORK)
class CallApi {
    private static final Duration LATELY = Duration.ofDays(30);

    /**
     * What came of it.
     *
     * @param reached whether somebody answered
     * @param satisfied needed when they did
     * @param again when to try again if they did not; null: a working day later
     */
    record CallOutcome(
            boolean reached,
            @Nullable Boolean satisfied,
            @Nullable Instant again,
            @Nullable String words) {}

    /** A call as programs see it. */
    record CallJson(
            long id,
            long ticket,
            Call.Reason reason,
            Instant dueAt,
            int attempts,
            Call.@Nullable Result result,
            String words,
            @Nullable Instant doneAt) {
        static CallJson of(Call call) {
            return new CallJson(
                    call.id(),
                    call.ticket(),
                    call.reason(),
                    call.dueAt(),
                    call.attempts(),
                    call.result(),
                    call.words(),
                    call.doneAt());
        }
    }

    private final Calls calls;
    private final InstantSource clock;

    CallApi(Calls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** To be made now, the most urgent first; with {@code done} those of the last 30 days. */
    @GetMapping
    Slice<CallJson> index(@RequestParam(defaultValue = "false") boolean done, Paging paging, Me me) {
        var now = clock.instant();
        var found = done ? calls.done(now.minus(LATELY), me) : calls.due(me, now);
        return paging.of(found, "calls").map(CallJson::of);
    }

    @PostMapping("/{id}/result")
    @ResponseStatus(HttpStatus.CREATED)
    CallJson create(@PathVariable long id, @RequestBody CallOutcome outcome, Me me) {
        var now = clock.instant();
        if (!outcome.reached()) return CallJson.of(calls.missed(id, outcome.again(), outcome.words(), me, now));
        if (outcome.satisfied() == null) throw Refused.invalid("satisfied", "feedback.call_satisfied_missing");
        return CallJson.of(calls.reached(id, outcome.satisfied(), outcome.words(), me, now));
    }
}
