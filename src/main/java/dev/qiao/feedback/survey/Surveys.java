package dev.qiao.feedback.survey;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.feedback.survey.SentSql.Wanted;
import dev.qiao.feedback.survey.SurveyFacts.SurveySent;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to surveys. Making them needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Surveys {
    /** How the journal calls one. */
    public static final String KIND = "survey";

    static final Duration LIFE = Duration.ofDays(30);
    /** Nobody is asked more often than once in this time, whatever the rules say. */
    static final Duration PEACE = Duration.ofDays(30);

    private static final int MOST = 200;

    private final Db db;
    private final SurveySql sql;
    private final SentSql sent;
    private final Journal journal;

    Surveys(Db db, SurveySql sql, SentSql sent, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.sent = sent;
        this.journal = journal;
    }

    /** For administrators, and for who sees reports. */
    public List<Survey> all(Me me) {
        if (!me.may(Permission.DESK_CONFIGURE)) me.must(Permission.REPORT_SEE);
        return sql.all(MOST);
    }

    public Survey find(long id, Me me) {
        if (!me.may(Permission.DESK_CONFIGURE)) me.must(Permission.REPORT_SEE);
        return known(id).orElseThrow(() -> Refused.notFound("feedback.no_survey"));
    }

    Optional<Survey> known(long id) {
        return sql.find(id);
    }

    List<Survey> active() {
        return sql.all(MOST).stream().filter(Survey::active).toList();
    }

    /** Errors: forbidden; invalid, naming the field. */
    public long create(SurveyDraft wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var draft = wanted.checked();
        return db.transact(() -> {
            long id = sql.insert(draft);
            sql.ask(
                    id,
                    List.of(),
                    draft.questions().stream().map(SurveyDraft.Asked::question).toList());
            tell(id, Configured.of("feedback.survey", Long.toString(id), null, draft), me, now);
            return id;
        });
    }

    /** Questions that change are other questions from then on. Errors: stale, when somebody changed it since {@code seen}. */
    public void update(long id, int seen, SurveyDraft wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var draft = wanted.checked();
        db.transact(() -> {
            sql.lock(id);
            var before = find(id, me);
            if (before.version() != seen) throw Refused.stale("feedback.survey_changed");
            var was = SurveyDraft.of(before);
            if (was.equals(draft)) return;
            sql.update(id, draft);
            sql.ask(
                    id,
                    before.questions(),
                    draft.questions().stream().map(SurveyDraft.Asked::question).toList());
            tell(id, Configured.of("feedback.survey", Long.toString(id), was, draft), me, now);
        });
    }

    /** In the transaction of the caller: who is new among these is written to. */
    void send(List<Wanted> wanted, Instant now) {
        for (var each : sent.insert(wanted, now, now.plus(LIFE)))
            journal.write(new Entry(
                    now,
                    Me.QIAO.origin(),
                    KIND,
                    each.survey(),
                    0,
                    Me.QIAO.id(),
                    Audience.ADMIN,
                    new SurveySent(each.id(), each.person())));
    }

    private void tell(long id, Configured facts, Me me, Instant now) {
        journal.write(new Entry(now, me.origin(), KIND, id, 0, me.id(), Audience.ADMIN, facts));
    }
}
