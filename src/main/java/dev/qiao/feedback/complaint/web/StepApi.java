package dev.qiao.feedback.complaint.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.feedback.complaint.Handling;
import dev.qiao.feedback.complaint.Step.Kind;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done about a complaint, for programs. */
@RestController
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class StepApi {
    /**
     * What is to be done.
     *
     * @param kind handler, note, first_answer, final_answer, satisfied or dissatisfied
     * @param handler the login of who is to have it; null: whoever asks
     * @param result justified, partly or unjustified: of a final answer
     */
    record NewStep(
            @Nullable Kind kind,
            @Nullable String handler,
            @Nullable Result result,
            @Nullable String words) {}

    private final Handling handling;
    private final People people;
    private final InstantSource clock;

    StepApi(Handling handling, People people, InstantSource clock) {
        this.handling = handling;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/api/v1/complaints/{number}/steps")
    @ResponseStatus(HttpStatus.CREATED)
    void create(@PathVariable long number, @RequestBody NewStep step, Me me) {
        var handler = Optional.ofNullable(step.handler())
                .map(login -> people.byLogin(login).map(Person::id).orElse(0L))
                .orElse(null);
        var given = new StepController.Given(step.kind(), handler, step.result(), step.words());
        StepController.act(handling, given, number, me, clock);
    }
}
