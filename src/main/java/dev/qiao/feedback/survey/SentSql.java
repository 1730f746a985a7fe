package dev.qiao.feedback.survey;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of what was sent and what was answered. */
@Repository
class SentSql {
    /** One to be sent; about a ticket, or in a quarter. */
    record Wanted(
            long survey,
            long person,
            @Nullable Long ticket,
            String quarter,
            @Nullable Long organization,
            @Nullable Long team,
            @Nullable Long service,
            @Nullable Long engineer) {}

    private static final String COLUMNS = "id, survey, person_id, ticket, sent_at, expires_at, answered_at";

    private final Db db;

    SentSql(Db db) {
        this.db = db;
    }

    /** Once for each ticket, and for each person in a quarter; gives back those that are new. */
    List<Sent> insert(List<Wanted> wanted, Instant now, Instant expires) {
        if (wanted.isEmpty()) return List.of();
        return db.sql("""
                insert into feedback.survey_sent
                       (survey, person_id, ticket, quarter, organization_id, team_id, service_id, engineer_id, sent_at, expires_at)
                select w.survey, w.person, w.ticket, w.quarter, w.organization, w.team, w.service, w.engineer, :now, :expires
                  from unnest(:surveys::bigint[], :people::bigint[], :tickets::bigint[], :quarters::text[], :organizations::bigint[],
                              :teams::bigint[], :services::bigint[], :engineers::bigint[])
                    as w (survey, person, ticket, quarter, organization, team, service, engineer)
                on conflict do nothing
                returning %s
                """.formatted(COLUMNS))
                .bind("now", now)
                .bind("expires", expires)
                .bind("surveys", column(wanted, Wanted::survey))
                .bind("people", column(wanted, Wanted::person))
                .bind("tickets", column(wanted, Wanted::ticket))
                .bind("quarters", column(wanted, Wanted::quarter))
                .bind("organizations", column(wanted, Wanted::organization))
                .bind("teams", column(wanted, Wanted::team))
                .bind("services", column(wanted, Wanted::service))
                .bind("engineers", column(wanted, Wanted::engineer))
                .list(SentSql::sent);
    }

    /** Whom of these a survey was sent to since then. */
    Set<Long> asked(Collection<Long> people, Instant since) {
        return Set.copyOf(
                db.sql("""
                select distinct person_id from feedback.survey_sent
                 where person_id = any(:people::bigint[]) and sent_at > :since
                """).bind("people", people).bind("since", since).list(row -> row.number("person_id")));
    }

    Optional<Sent> find(long id) {
        return db.sql("select " + COLUMNS + " from feedback.survey_sent where id = :id")
                .bind("id", id)
                .optional(SentSql::sent);
    }

    /** What this person could still answer, newest first. */
    List<Sent> open(long person, Instant now) {
        return db.sql("select " + COLUMNS + """
                 from feedback.survey_sent
                 where person_id = :person and answered_at is null and expires_at > :now order by sent_at desc limit 5
                """)
                .bind("person", person)
                .bind("now", now)
                .list(SentSql::sent);
    }

    /** False when it was answered already. */
    boolean answered(long id, Instant now) {
        return db.sql("update feedback.survey_sent set answered_at = :now where id = :id and answered_at is null")
                        .bind("id", id)
                        .bind("now", now)
                        .update()
                == 1;
    }

    void answers(long sent, Map<Long, Integer> numbers, Map<Long, String> words) {
        numbers.forEach((question, number) -> db.sql(
                        "insert into feedback.survey_answer (sent, question, number) values (:sent, :question, :number)")
                .bind("sent", sent)
                .bind("question", question)
                .bind("number", number)
                .updateOne());
        words.forEach((question, said) -> db.sql(
                        "insert into feedback.survey_answer (sent, question, words) values (:sent, :question, :words)")
                .bind("sent", sent)
                .bind("question", question)
                .bind("words", said)
                .updateOne());
    }

    private static Sent sent(Row row) {
        return new Sent(
                row.number("id"),
                row.number("survey"),
                row.number("person_id"),
                row.numberOrNull("ticket"),
                row.instant("sent_at"),
                row.instant("expires_at"),
                row.instantOrNull("answered_at"));
    }
}
