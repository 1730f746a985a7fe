package dev.qiao.feedback.survey;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.feedback.survey.SurveyFacts.SurveyAnswered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Seal;
import dev.qiao.ticket.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Answering a survey by the link in its letter, once. Nothing secret is stored: a link is the number of what was sent under our seal. */
@Component
public class SurveyLinks {
    private static final Pattern CODE = Pattern.compile("(\\d{1,18})\\.([\\w-]{43})");
    private static final int LONGEST = 2_000;

    /** A survey as one person is asked it. */
    public record Asked(Sent sent, Survey survey, String path) {}

    private final Db db;
    private final Surveys surveys;
    private final SentSql sql;
    private final Seal seal;
    private final Journal journal;

    SurveyLinks(Db db, Surveys surveys, SentSql sql, Seal seal, Journal journal) {
        this.db = db;
        this.surveys = surveys;
        this.sql = sql;
        this.seal = seal;
        this.journal = journal;
    }

    /** For a letter; empty when it is answered or over. */
    public Optional<Asked> of(long sent, Instant now) {
        return sql.find(sent).filter(s -> s.open(now)).flatMap(this::asked);
    }

    /** What this person could still answer, newest first. */
    public List<Asked> waiting(Me me, Instant now) {
        return sql.open(me.id(), now).stream().flatMap(s -> asked(s).stream()).toList();
    }

    /** What the link asks, also when it was answered. Errors: over or never given, which look the same. */
    public Asked open(String code, Instant now) {
        return asked(sent(code, now)).orElseThrow(SurveyLinks::over);
    }

    /**
     * Answers, once; what is left out is left out, but not everything.
     *
     * @param fields by {@code q} and the number of the question
     */
    public void answer(String code, Map<String, String> fields, Instant now) {
        var asked = open(code, now);
        var numbers = new HashMap<Long, Integer>();
        var words = new HashMap<Long, String>();
        var wrong = new Objections();
        for (var question : asked.survey().questions()) {
            var field = "q" + question.id();
            var said = fields.getOrDefault(field, "").strip();
            if (said.isEmpty()) continue;
            if (question.kind() == Question.Kind.WORDS) {
                var text = wrong.read(() -> Texts.words(field, said, LONGEST));
                if (text != null) words.put(question.id(), text);
            } else {
                var number = wrong.read(() -> number(field, said, question));
                if (number != null) numbers.put(question.id(), number);
            }
        }
        wrong.raise();
        if (numbers.isEmpty() && words.isEmpty()) throw Refused.invalid("answers", "feedback.survey_nothing_said");
        db.transact(() -> {
            if (!sql.answered(asked.sent().id(), now)) throw Refused.conflict("feedback.survey_used");
            sql.answers(asked.sent().id(), numbers, words);
            journal.write(new Entry(
                    now,
                    Origin.LIVE,
                    Surveys.KIND,
                    asked.survey().id(),
                    0,
                    asked.sent().person(),
                    Audience.ADMIN,
                    new SurveyAnswered(asked.sent().id())));
        });
    }

    private static Integer number(String field, String said, Question question) {
        if (!said.matches("\\d{1,2}") || !question.takes(Integer.parseInt(said)))
            throw Refused.invalid(field, "feedback.survey_answer_wrong");
        return Integer.valueOf(said);
    }

    private Optional<Asked> asked(Sent sent) {
        return surveys.known(sent.survey()).map(survey -> new Asked(sent, survey, path(sent)));
    }

    private Sent sent(String code, Instant now) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) throw over();
        return sql.find(Long.parseLong(parts.group(1)))
                .filter(s -> seal.holds(parts.group(2), words(s)) && now.isBefore(s.expiresAt()))
                .orElseThrow(SurveyLinks::over);
    }

    private String path(Sent sent) {
        return "/answer/" + sent.id() + "." + seal.of(words(sent));
    }

    private static String[] words(Sent sent) {
        return new String[] {
            "survey", "" + sent.id(), "" + sent.person(), "" + sent.sentAt().toEpochMilli()
        };
    }

    private static Refused over() {
        return Refused.notFound("feedback.link_over");
    }
}
