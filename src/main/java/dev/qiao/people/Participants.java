package dev.qiao.people;

import static java.util.stream.Collectors.groupingBy;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who takes part in what. */
@Component
public class Participants {
    /** Somebody who takes part in a subject (watches it, is named in it, reported it for another) and so sees it. */
    public record Participant(String kind, long subject, long person, String role, Instant since) {}

    private static final String ASIDE = "_aside";

    private final Db db;

    Participants(Db db) {
        this.db = db;
    }

    /** Lets somebody take part in a subject; twice is once. True when they did not yet. */
    public boolean add(String kind, long subject, long person, String role, Instant since) {
        return add(List.of(new Participant(kind, subject, person, role, since))) == 1;
    }

    /** Twice is harmless. How many did not yet. */
    public int add(List<Participant> participants) {
        if (participants.isEmpty()) return 0;
        return db.sql("""
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

    /** For a subject that is restricted: they see nothing of it, and take part when it is open again. */
    public void addAside(List<Participant> participants) {
        add(participants.stream()
                .map(p -> new Participant(p.kind() + ASIDE, p.subject(), p.person(), p.role(), p.since()))
                .toList());
    }

    /** Ends one way of taking part; true when there was one. */
    public boolean remove(String kind, long subject, long person, String role) {
        int gone = db.sql("""
                delete from people.participant
                where kind = :kind and subject = :subject and person_id = :person and role = :role
                """)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("person", person)
                .bind("role", role)
                .update();
        return gone == 1;
    }

    /** Ends one way of taking part for all but these people. */
    public void removeOthers(String kind, long subject, String role, Collection<Long> staying) {
        db.sql("""
                delete from people.participant
                where kind = :kind and subject = :subject and role = :role and person_id <> all(:staying::bigint[])
                """)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("role", role)
                .bind("staying", staying)
                .update();
    }

    /** Everybody who takes part in any of these subjects, unless in these roles alone. */
    public Set<Long> besides(Set<String> roles, String kind, Collection<Long> subjects) {
        return Set.copyOf(db.sql("""
                select distinct person_id from people.participant
                where kind = :kind and subject = any(:subjects::bigint[]) and role <> all(:roles::text[])
                """)
                .bind("kind", kind)
                .bind("subjects", subjects)
                .bind("roles", roles)
                .list(row -> row.number("person_id")));
    }

    /** The kind under which those wait aside who do not take part while a subject is restricted. */
    public static String aside(String kind) {
        return kind + ASIDE;
    }

    /** A subject was restricted: whoever does not take part in one of these roles waits aside, and sees it no longer. */
    public void setAside(String kind, long subject, Set<String> staying) {
        move(kind, aside(kind), subject, staying);
    }

    /** The subject is as open as before: all take part again as they did. */
    public void bringBack(String kind, long subject) {
        move(aside(kind), kind, subject, Set.of());
    }

    private void move(String from, String to, long subject, Set<String> staying) {
        db.sql("""
                with gone as (
                    delete from people.participant where kind = :from and subject = :subject and role <> all(:staying::text[])
                    returning subject, person_id, role, since)
                insert into people.participant (kind, subject, person_id, role, since)
                select :to, subject, person_id, role, since from gone on conflict do nothing
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("subject", subject)
                .bind("staying", List.copyOf(staying))
                .update();
    }

    /** At most 500, the earliest first. */
    public List<Participant> of(String kind, long subject) {
        return of(kind, List.of(subject)).getOrDefault(subject, List.of());
    }

    /** By subject, of each at most 500, the earliest first. */
    public Map<Long, List<Participant>> of(String kind, Collection<Long> subjects) {
        if (subjects.isEmpty()) return Map.of();
        return db.sql("""
                select p.kind, p.subject, p.person_id, p.role, p.since
                  from unnest(:subjects::bigint[]) as wanted(subject)
                 cross join lateral (select kind, subject, person_id, role, since from people.participant
                                      where kind = :kind and subject = wanted.subject
                                      order by since, person_id, role limit 500) p
                 order by p.subject, p.since, p.person_id, p.role
                """).bind("kind", kind).bind("subjects", subjects).list(Participants::participant).stream()
                .collect(groupingBy(Participant::subject));
    }

    private static Participant participant(Row row) {
        return new Participant(
                row.text("kind"),
                row.number("subject"),
                row.number("person_id"),
                row.text("role"),
                row.instant("since"));
    }
}
