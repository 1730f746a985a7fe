package dev.qiao.people;

import dev.qiao.base.Db;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who takes part in what. */
@Component
public class Participants {
    /** Somebody who takes part in a subject (watches it, is named in it, reported it for another) and so sees it. */
    public record Participant(String kind, long subject, long person, String role, Instant since) {}

    private final Db db;

    Participants(Db db) {
        this.db = db;
    }

    public void add(String kind, long subject, long person, String role, Instant since) {
        add(List.of(new Participant(kind, subject, person, role, since)));
    }

    /** Twice is harmless. */
    public void add(List<Participant> participants) {
        if (participants.isEmpty()) return;
        db.sql("""
                insert into people.participant (kind, subject, person_id, role, since)
                select * from unnest(:kinds::text[], :subjects::bigint[], :persons::bigint[], :roles::text[], :since::timestamptz[])
                on conflict do nothing
                """)
                .bind("kinds", Db.column(participants, Participant::kind))
                .bind("subjects", Db.column(participants, Participant::subject))
                .bind("persons", Db.column(participants, Participant::person))
                .bind("roles", Db.column(participants, Participant::role))
                .bind("since", Db.column(participants, Participant::since))
                .update();
    }

    public void remove(String kind, long subject, long person, String role) {
        db.sql("""
                delete from people.participant
                where kind = :kind and subject = :subject and person_id = :person and role = :role
                """)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("person", person)
                .bind("role", role)
                .update();
    }

    /** At most 500, the earliest first. */
    public List<Participant> of(String kind, long subject) {
        return db.sql("""
                select kind, subject, person_id, role, since from people.participant
                where kind = :kind and subject = :subject order by since, person_id, role limit 500
                """)
                .bind("kind", kind)
                .bind("subject", subject)
                .list(row -> new Participant(
                        row.text("kind"),
                        row.number("subject"),
                        row.number("person_id"),
                        row.text("role"),
                        row.instant("since")));
    }
}
