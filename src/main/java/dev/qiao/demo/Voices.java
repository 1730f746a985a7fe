package dev.qiao.demo;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.demo.Founding.Cast;
import dev.qiao.feedback.complaint.Complaint;
import dev.qiao.feedback.complaint.Complaint.Cause;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.feedback.complaint.ComplaintDraft;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.complaint.Handling;
import dev.qiao.feedback.grievance.Grievances;
import dev.qiao.feedback.suggestion.Suggestion.State;
import dev.qiao.feedback.suggestion.Suggestions;
import dev.qiao.feedback.survey.Question;
import dev.qiao.feedback.survey.Survey.When;
import dev.qiao.feedback.survey.SurveyDraft;
import dev.qiao.feedback.survey.Surveys;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the people of the made-up company are unhappy about, complain of and wish for, as {@code demo/voices.yaml} tells it. */
@Component
class Voices {
    private static final Me QIAO = Me.machine(Origin.DEMO);
    private static final Filter ENDED = Filter.of(View.ALL).stages(Stage.Name.CLOSED);
    private static final int LOOKED_AT = 60;
    private static final int PERCENT = 30;

    record Told(Asking survey, List<Grumble> grievances, List<Grave> complaints, List<Wish> wishes) {}

    record Asking(String name, String intro, List<Asked> questions) {}

    record Asked(String kind, String text, @Nullable List<String> choices) {}

    record Grumble(String words, @Nullable String settled) {}

    /** A complaint, as far as it has come. */
    record Grave(
            String cause,
            String title,
            String words,
            @Nullable String note,
            @Nullable String answer,
            @Nullable String last,
            @Nullable String result,
            @Nullable Boolean satisfied) {}

    record Wish(String title, String words, int votes, String state, String answer) {}

    private final Grievances grievances;
    private final Complaints complaints;
    private final Handling handling;
    private final Suggestions suggestions;
    private final Surveys surveys;
    private final Queue queue;

    Voices(
            Grievances grievances,
            Complaints complaints,
            Handling handling,
            Suggestions suggestions,
            Surveys surveys,
            Queue queue) {
        this.grievances = grievances;
        this.complaints = complaints;
        this.handling = handling;
        this.suggestions = suggestions;
        this.surveys = surveys;
        this.queue = queue;
    }

    void speak(Cast cast, Instant present) {
        var told = Story.read("voices.yaml", Told.class);
        var ended = queue.list(ENDED, null, LOOKED_AT, cast.dispatcher(), present).items().stream()
                .filter(t -> t.stage().owner() != null && !t.matter().restricted())
                .filter(t -> cast.requesters().stream()
                        .anyMatch(me -> me.id() == t.matter().requester()))
                .iterator();
        for (var each : told.grievances()) grumble(each, ended, cast, present.minus(Duration.ofHours(2)));
        int days = 0;
        for (var each : told.complaints().reversed()) {
            complain(each, ended, cast, present.minus(Duration.ofHours(3 + 30L * days)));
            days++;
        }
        wish(told.wishes(), cast, present);
        ask(told.survey(), present);
    }

    private void grumble(Grumble said, Iterator<Ticket> ended, Cast cast, Instant at) {
        if (!ended.hasNext()) return;
        var ticket = ended.next();
        long id = grievances.note(
                ticket.number(), said.words(), cast.me(ticket.matter().requester()), at);
        if (said.settled() != null) grievances.settle(id, said.settled(), cast.dispatcher(), at.plusSeconds(1800));
    }

    private void complain(Grave said, Iterator<Ticket> ended, Cast cast, Instant at) {
        if (!ended.hasNext()) return;
        var ticket = ended.next();
        var cause = Coded.of(Cause.class, "cause", said.cause());
        var draft = ComplaintDraft.about(ticket.number(), cause, said.title(), said.words());
        var requester = cast.me(ticket.matter().requester());
        handle(complaints.open(draft, requester, at), said, cast.dispatcher(), requester, at);
    }

    private void handle(Complaint complaint, Grave said, Me dispatcher, Me complainer, Instant at) {
        if (said.answer() == null || !handling.mayTake(complaint, dispatcher)) return;
        long number = complaint.number();
        handling.give(number, dispatcher.id(), dispatcher, at.plusSeconds(300));
        handling.answer(number, said.answer(), dispatcher, at.plusSeconds(900));
        if (said.note() != null) handling.note(number, said.note(), dispatcher, at.plusSeconds(1800));
        if (said.last() == null) return;
        var result = Coded.of(Result.class, "result", Objects.requireNonNull(said.result()));
        handling.conclude(number, result, said.last(), dispatcher, at.plusSeconds(3600));
        if (said.satisfied() != null) handling.judge(number, said.satisfied(), "", complainer, at.plusSeconds(7200));
    }

    private void wish(List<Wish> wishes, Cast cast, Instant present) {
        int first = 0;
        for (var wish : wishes) {
            var at = present.minus(Duration.ofDays(40L - 7L * first));
            var by = cast.requesters().get(first % cast.requesters().size());
            long id = suggestions.make(wish.title(), wish.words(), by, at).id();
            for (int i = 1; i < Math.min(wish.votes(), cast.requesters().size()); i++)
                suggestions.vote(
                        id,
                        true,
                        cast.requesters().get((first + i) % cast.requesters().size()),
                        at.plusSeconds(3600L * i));
            if (!wish.answer().isEmpty())
                suggestions.answer(
                        id,
                        null,
                        Coded.of(State.class, "state", wish.state()),
                        wish.answer(),
                        cast.dispatcher(),
                        at.plus(Duration.ofDays(2)));
            first++;
        }
    }

    private void ask(Asking asking, Instant present) {
        var questions = asking.questions().stream()
                .map(q -> new SurveyDraft.Asked(
                        Coded.of(Question.Kind.class, "kind", q.kind()),
                        q.text(),
                        Objects.requireNonNullElse(q.choices(), List.of())))
                .toList();
        var draft = new SurveyDraft(asking.name(), asking.intro(), When.CLOSED, PERCENT, true, questions);
        surveys.create(draft, QIAO, present.minus(Duration.ofDays(60)));
    }
}
