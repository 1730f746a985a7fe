package dev.qiao.signal.silence;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.signal.silence.Silence.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of silences. */
@Repository
class SilenceSql {
    private static final String SILENCE = """
            select id, kind, service_id, matchers, starts_at, ends_at, reason, person_id, begun, replayed, wording, version from signal.silence
            """;

    private final Db db;

    SilenceSql(Db db) {
        this.db = db;
    }

    /** Active and planned ones, and those that nobody has looked back at yet. */
    List<Silence> ahead(int most) {
        return db.sql(SILENCE + "where not replayed order by starts_at, id limit :most")
                .bind("most", most)
                .list(SilenceSql::silence);
    }

    /** Those that should have begun or be over by now. */
    List<Silence> due(Instant now, int most) {
        return db.sql(SILENCE + """
                where not replayed and (ends_at <= :now or ends_at = starts_at or (starts_at <= :now and not begun))
                order by starts_at, id limit :most
                """).bind("now", now).bind("most", most).list(SilenceSql::silence);
    }

    /** The last that are over. */
    List<Silence> past(Instant now, int most) {
        return db.sql(SILENCE
                        + "where ends_at <= :now or ends_at = starts_at order by ends_at desc, id desc limit :most")
                .bind("now", now)
                .bind("most", most)
                .list(SilenceSql::silence);
    }

    List<Silence> list(boolean over, long before, int limit, Instant now) {
        return db.sql(SILENCE + """
                where id < :before and (ends_at <= :now or ends_at = starts_at) = :over order by id desc limit :limit
                """)
                .bind("before", before)
                .bind("now", now)
                .bind("over", over)
                .bind("limit", limit)
                .list(SilenceSql::silence);
    }

    Optional<Silence> find(long id) {
        return db.sql(SILENCE + "where id = :id").bind("id", id).optional(SilenceSql::silence);
    }

    List<Silence> of(Collection<Long> ids) {
        return db.sql(SILENCE + "where id = any(:ids::bigint[])")
                .bind("ids", ids)
                .list(SilenceSql::silence);
    }

    long insert(SilenceDraft draft, @Nullable Long person, Instant now) {
        return db.sql("""
                insert into signal.silence (kind, service_id, matchers, starts_at, ends_at, reason, person_id, created_at)
                values (:kind, :service::bigint, :matchers::text[], :starts, :ends, :reason, :person::bigint, :now)
                returning id
                """)
                .bind("kind", draft.kind())
                .bind("service", draft.service())
                .bind("matchers", draft.matchers())
                .bind("starts", draft.startsAt())
                .bind("ends", draft.endsAt())
                .bind("reason", draft.reason())
                .bind("person", person)
                .bind("now", now)
                .one(row -> row.number("id"));
    }

    /** Becomes this; all that follows from it is done again. False when somebody was faster. */
    boolean update(long id, int seen, SilenceDraft draft, int wording) {
        return db.sql("""
                        update signal.silence
                           set service_id = :service::bigint, matchers = :matchers::text[], starts_at = :starts, ends_at = :ends,
                               reason = :reason, wording = :wording, begun = false, replayed = false, version = version + 1
                         where id = :id and version = :seen
                        """)
                        .bind("id", id)
                        .bind("seen", seen)
                        .bind("service", draft.service())
                        .bind("matchers", draft.matchers())
                        .bind("starts", draft.startsAt())
                        .bind("ends", draft.endsAt())
                        .bind("reason", draft.reason())
                        .bind("wording", wording)
                        .update()
                == 1;
    }

    /** Keeps one more reason, and says which it is. */
    int word(long id, String reason) {
        return db.sql("""
                insert into signal.silence_reason (silence_id, wording, reason)
                select :id, coalesce(max(wording), 0) + 1, :reason from signal.silence_reason where silence_id = :id
                returning wording
                """).bind("id", id).bind("reason", reason).one(row -> row.integer("wording"));
    }

    Optional<String> reason(long id, int wording) {
        return db.sql("select reason from signal.silence_reason where silence_id = :id and wording = :wording")
                .bind("id", id)
                .bind("wording", wording)
                .optional(row -> row.text("reason"));
    }

    void begun(Collection<Long> ids) {
        db.sql("update signal.silence set begun = true where id = any(:ids::bigint[])")
                .bind("ids", ids)
                .update();
    }

    void replayed(Collection<Long> ids) {
        db.sql("update signal.silence set replayed = true where id = any(:ids::bigint[])")
                .bind("ids", ids)
                .update();
    }

    private static Silence silence(Row row) {
        return new Silence(
                row.number("id"),
                row.word("kind", Kind.class),
                row.numberOrNull("service_id"),
                row.texts("matchers"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                row.text("reason"),
                row.numberOrNull("person_id"),
                row.yes("begun"),
                row.yes("replayed"),
                row.integer("wording"),
                row.integer("version"));
    }
}
