package dev.qiao.signal.probe;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import dev.qiao.signal.probe.Standing.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of probes. */
@Repository
class ProbeSql {
    private static final String COLUMNS = """
            id, name, kind, target, expected, service_id, every, time_limit, failures, successes, slow, warn_days, inside, active, version,
            state, since, failing_since, failed, passed, is_slow, contrary, certificate_ends, warned, is_degraded, unusual, due_at
            """;

    private static final String PROBE = "select " + COLUMNS + " from signal.probe ";

    private final Db db;

    ProbeSql(Db db) {
        this.db = db;
    }

    List<Probe> after(long id, int most) {
        return db.sql(PROBE + "where id > :id order by id limit :most")
                .bind("id", id)
                .bind("most", most)
                .list(ProbeSql::probe);
    }

    Optional<Probe> find(long id) {
        return db.sql(PROBE + "where id = :id").bind("id", id).optional(ProbeSql::probe);
    }

    Optional<Probe> lock(long id) {
        return db.sql(PROBE + "where id = :id for update").bind("id", id).optional(ProbeSql::probe);
    }

    int count() {
        return db.sql("select count(*)::int as n from signal.probe").one(row -> row.integer("n"));
    }

    long insert(ProbeDraft draft, Instant due, Instant now) {
        return bound(db.sql("""
                insert into signal.probe (name, kind, target, expected, service_id, every, time_limit, failures, successes, slow,
                                          warn_days, inside, active, due_at, described_at)
                values (:name, :kind, :target, :expected::jsonb, :service::bigint, :every, :limit, :failures, :successes, :slow::int,
                        :days::jsonb, :inside, :active, :due, :now)
                returning id
                """), draft).bind("due", due).bind("now", now).one(row -> row.number("id"));
    }

    /** One that was deleted, under the number that it had. False when there is one. */
    boolean insert(long id, ProbeDraft draft, Instant due, Instant now) {
        return bound(db.sql("""
                insert into signal.probe (id, name, kind, target, expected, service_id, every, time_limit, failures, successes, slow,
                                          warn_days, inside, active, due_at, described_at)
                overriding system value
                values (:id, :name, :kind, :target, :expected::jsonb, :service::bigint, :every, :limit, :failures, :successes,
                        :slow::int, :days::jsonb, :inside, :active, :due, :now)
                on conflict (id) do nothing
                """), draft)
                        .bind("id", id)
                        .bind("due", due)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** What was known of how it stands is forgotten. False when somebody was faster. */
    boolean update(long id, int seen, ProbeDraft draft, Instant due, Instant now) {
        return bound(db.sql("""
                update signal.probe
                   set name = :name, kind = :kind, target = :target, expected = :expected::jsonb, service_id = :service::bigint,
                       every = :every, time_limit = :limit, failures = :failures, successes = :successes, slow = :slow::int,
                       warn_days = :days::jsonb, inside = :inside, active = :active, due_at = :due, leased_until = null,
                       version = version + 1, state = 'unknown', since = null, failing_since = null, failed = 0, passed = 0,
                       is_slow = false, contrary = 0, certificate_ends = null, warned = 0, is_degraded = false, unusual = 0,
                       described_at = :now
                 where id = :id and version = :seen
                """), draft)
                        .bind("id", id)
                        .bind("seen", seen)
                        .bind("due", due)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** It was described so already then. */
    void described(long id, Instant then) {
        db.sql("update signal.probe set described_at = least(described_at, :then) where id = :id")
                .bind("id", id)
                .bind("then", then)
                .updateOne();
    }

    boolean delete(long id) {
        return db.sql("delete from signal.probe where id = :id").bind("id", id).update() == 1;
    }

    /**
     * Takes those whose time has come, so that no other node does. Each keeps its place in its interval, which spreads them over it. A
     * clock that was set back does not leave them waiting.
     */
    List<Probe> take(Instant now, int most) {
        return db.sql("""
                with due as (
                    select id from signal.probe
                     where active and (due_at <= :now or due_at > :now::timestamptz + make_interval(secs => 2 * every))
                       and (leased_until is null or leased_until <= :now
                            or leased_until > :now::timestamptz + interval '5 minutes')
                     order by due_at limit :most for update skip locked)
                update signal.probe p
                   set leased_until = :now::timestamptz + make_interval(secs => time_limit / 1000.0 + 30),
                       due_at = case when due_at <= :now::timestamptz and due_at > :now::timestamptz - make_interval(secs => every)
                                     then due_at + make_interval(secs => every)
                                     else :now::timestamptz + make_interval(secs => every * (0.5 + random() / 2)) end
                  from due where due.id = p.id
                returning p.id, name, kind, target, expected, service_id, every, time_limit, failures, successes, slow, warn_days,
                          inside, active, version, state, since, failing_since, failed, passed, is_slow, contrary, certificate_ends,
                          warned, is_degraded, unusual, due_at
                """).bind("now", now).bind("most", most).list(ProbeSql::probe);
    }

    void stands(long id, Standing standing) {
        db.sql("""
                update signal.probe
                   set state = :state, since = :since::timestamptz, failing_since = :failing::timestamptz, failed = :failed,
                       passed = :passed, is_slow = :slow, contrary = :contrary, certificate_ends = :ends::timestamptz,
                       warned = :warned, is_degraded = :degraded, unusual = :unusual, leased_until = null
                 where id = :id
                """)
                .bind("id", id)
                .bind("state", standing.state())
                .bind("since", standing.since())
                .bind("failing", standing.failingSince())
                .bind("failed", standing.failed())
                .bind("passed", standing.passed())
                .bind("slow", standing.slow())
                .bind("contrary", standing.contrary())
                .bind("ends", standing.certificateEnds())
                .bind("warned", standing.warned())
                .bind("degraded", standing.degraded())
                .bind("unusual", standing.unusual())
                .updateOne();
    }

    private static Db.Query bound(Db.Query query, ProbeDraft draft) {
        return query.bind("name", draft.name())
                .bind("kind", draft.kind())
                .bind("target", draft.target())
                .bind("expected", Json.of(draft.expected()))
                .bind("service", draft.service())
                .bind("every", draft.every())
                .bind("limit", draft.limit())
                .bind("failures", draft.failures())
                .bind("successes", draft.successes())
                .bind("slow", draft.slow())
                .bind("days", Json.of(new Days(draft.warnDays())))
                .bind("inside", draft.inside())
                .bind("active", draft.active());
    }

    private static Probe probe(Row row) {
        var draft = new ProbeDraft(
                row.text("name"),
                row.word("kind", Probe.Kind.class),
                row.text("target"),
                row.json("expected").as(Expected.class),
                row.numberOrNull("service_id"),
                row.integer("every"),
                row.integer("time_limit"),
                row.integer("failures"),
                row.integer("successes"),
                row.integerOrNull("slow"),
                row.json("warn_days").as(Days.class).days(),
                row.yes("inside"),
                row.yes("active"));
        var standing = new Standing(
                row.word("state", State.class),
                row.instantOrNull("since"),
                row.instantOrNull("failing_since"),
                row.integer("failed"),
                row.integer("passed"),
                row.yes("is_slow"),
                row.integer("contrary"),
                row.instantOrNull("certificate_ends"),
                row.integer("warned"),
                row.yes("is_degraded"),
                row.integer("unusual"));
        return new Probe(row.number("id"), draft, standing, row.instant("due_at"), row.integer("version"));
    }
}
