package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who changed what, when, from what to what: for those who may read the audit. */
@Component
public class Audit {
    private static final String LIST = "audit";

    /**
     * What is looked for; null leaves it open. Without a subject only what is meant for administrators is listed: configuration,
     * persons, rights, sign-ins. With one, everything that ever happened to it.
     */
    public record Search(
            @Nullable String kind,
            @Nullable Long subject,
            @Nullable String act,
            @Nullable Long actor,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static final Search ALL = new Search(null, null, null, null, null, null);
    }

    private final Db db;

    Audit(Db db) {
        this.db = db;
    }

    /** The newest first. Errors: forbidden without the right to see the audit. */
    public Slice<Recorded> list(Search search, Paging paging, Me me) {
        me.must(Permission.AUDIT_SEE);
        var after = paging.after(LIST);
        var rows = db.sql("""
                select %s from journal.entry
                where id < :before
                  and %s
                  and (:act::text is null or act = :act)
                  and (:actor::bigint is null or actor = :actor)
                  and (:from::timestamptz is null or recorded_at >= :from)
                  and (:to::timestamptz is null or recorded_at < :to)
                order by id desc limit :limit
                """.formatted(Journal.COLUMNS, scope(search)))
                .bind("before", after == null ? Long.MAX_VALUE : after.number(0))
                .bind("kind", search.kind())
                .bind("subject", search.subject())
                .bind("act", search.act())
                .bind("actor", search.actor())
                .bind("from", search.from())
                .bind("to", search.to())
                .bind("limit", paging.limit() + 1)
                .list(Recorded::read);
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.id()));
    }

    private static String scope(Search search) {
        return search.kind() != null && search.subject() != null
                ? "kind = :kind and subject = :subject"
                : "audience = 'admin' and (:kind::text is null or kind = :kind)"
                        + " and (:subject::bigint is null or subject = :subject)";
    }

    /** The acts that administrators' entries speak of, for a filter. */
    public List<String> acts(Me me) {
        me.must(Permission.AUDIT_SEE);
        return db.sql("""
                select distinct act from (
                    select act from journal.entry where audience = 'admin' order by id desc limit 5000) as recent
                order by act
                """).list(row -> row.text("act"));
    }
}
