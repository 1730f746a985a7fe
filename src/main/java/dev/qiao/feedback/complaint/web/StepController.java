package dev.qiao.feedback.complaint.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.feedback.complaint.Handling;
import dev.qiao.feedback.complaint.Step.Kind;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done about a complaint. */
@Controller
@RequestMapping("/complaints/{number:\\d+}/steps")
@Needs(Permission.TICKET_WORK)
class StepController {
    private final Handling handling;
    private final InstantSource clock;

    StepController(Handling handling, InstantSource clock) {
        this.handling = handling;
        this.clock = clock;
    }

    /** @param handler who is to have it; null: whoever asks */
    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam Kind kind,
            @RequestParam(required = false) @Nullable Long handler,
            @RequestParam(required = false) @Nullable Result result,
            @RequestParam(required = false) @Nullable String words,
            Me me) {
        act(handling, new Given(kind, handler, result, words), number, me, clock);
        return "redirect:/complaints/" + number;
    }

    /** A step as page and API ask for it. */
    record Given(
            @Nullable Kind kind,
            @Nullable Long handler,
            @Nullable Result result,
            @Nullable String words) {}

    static void act(Handling handling, Given given, long number, Me me, InstantSource clock) {
        var now = clock.instant();
        if (given.kind() == null) throw Refused.invalid("kind", "feedback.step_missing");
        switch (given.kind()) {
            case HANDLER -> handling.give(number, given.handler() == null ? me.id() : given.handler(), me, now);
            case NOTE -> handling.note(number, given.words(), me, now);
            case FIRST_ANSWER -> handling.answer(number, given.words(), me, now);
            case FINAL_ANSWER -> handling.conclude(number, given.result(), given.words(), me, now);
            case SATISFIED -> handling.judge(number, true, given.words(), me, now);
            case DISSATISFIED -> handling.judge(number, false, given.words(), me, now);
        }
    }
}
