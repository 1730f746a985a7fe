package dev.qiao.feedback.survey;

import dev.qiao.base.Db;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.Worker;
import dev.qiao.feedback.survey.SentSql.Wanted;
import dev.qiao.feedback.survey.Survey.When;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks everybody of the organizations, or a share of them, in each quarter once. */
@Component
class QuarterWorker implements Worker {
    private static final int PAGE = 200;

    private final Db db;
    private final Surveys surveys;
    private final SurveySql sql;
    private final SentSql sent;
    private final People people;
    private final Rights rights;
    private final Preferences preferences;
    private final Rest rest = new Rest(Duration.ofMinutes(5));

    QuarterWorker(
            Db db,
            Surveys surveys,
            SurveySql sql,
            SentSql sent,
            People people,
            Rights rights,
            Preferences preferences) {
        this.db = db;
        this.surveys = surveys;
        this.sql = sql;
        this.sent = sent;
        this.people = people;
        this.rights = rights;
        this.preferences = preferences;
    }

    @Override
    public String name() {
        return "feedback.quarters";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        var quarter = quarter(now, preferences.zone());
        var due = surveys.active().stream()
                .filter(s -> s.when() == When.QUARTERLY && s.quarter().compareTo(quarter) < 0)
                .findFirst();
        if (due.isEmpty()) {
            rest.begin(now);
            return 0;
        }
        send(due.get(), quarter, now);
        return 1;
    }

    static String quarter(Instant now, ZoneId zone) {
        var day = now.atZone(zone);
        return day.getYear() + "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** Page by page, each in a transaction of its own; whoever dies over it begins again, and nobody is asked twice. */
    private void send(Survey survey, String quarter, Instant now) {
        @Nullable Person last = null;
        while (true) {
            var page = people.page(null, last, PAGE);
            if (page.isEmpty()) break;
            last = page.getLast();
            var wanted = wanted(survey, quarter, page, now);
            db.transact(() -> surveys.send(wanted, now));
            if (page.size() < PAGE) break;
        }
        db.transact(() -> sql.quarter(survey.id(), quarter));
    }

    private List<Wanted> wanted(Survey survey, String quarter, List<Person> page, Instant now) {
        var asked = sent.asked(page.stream().map(Person::id).toList(), now.minus(Surveys.PEACE));
        return page.stream()
                .filter(p -> p.active() && p.organization() != 0 && !asked.contains(p.id()))
                .filter(p -> SurveyReader.drawn(survey, p.id() + quarter.hashCode(), survey.percent()))
                .filter(p -> rights.of(p.id())
                        .filter(me -> me.may(Permission.REQUEST) && !me.worksHere())
                        .isPresent())
                .map(p -> new Wanted(survey.id(), p.id(), null, quarter, p.organization(), null, null, null))
                .toList();
    }
}
