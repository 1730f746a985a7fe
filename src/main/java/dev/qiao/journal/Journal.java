package dev.qiao.journal;

import static dev.qiao.base.Db.column;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Workers;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door of the journal: writes acts, and tells what happened to a subject. */
@Component
public class Journal {
    static final String COLUMNS =
            "id, xid::text as xid, at, recorded_at, origin, kind, subject, version, act, actor, audience, facts::text as facts";

    private final Db db;
    private final Workers workers;
    private final ObjectProvider<Restorer> restorers;
    private final Crossings crossings;

    Journal(Db db, Workers workers, ObjectProvider<Restorer> restorers, Crossings crossings) {
        this.db = db;
        this.workers = workers;
        this.restorers = restorers;
        this.crossings = crossings;
    }

    /** Writes one entry; see {@link #write(List)}. */
    public void write(Entry entry) {
        write(List.of(entry));
    }

    /**
     * Writes the entries of acts in the transaction that does them; readers and live pages wake when it has committed. Errors: stale,
     * for a change that crosses one which its page did not show; see {@link Opened}.
     */
    public void write(List<Entry> entries) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an act and its entry share one transaction");
        }
        if (entries.isEmpty()) return;
        entries.forEach(this::mustGoBack);
        crossings.refuse(entries, Opened.mark());
        db.sql("""
                insert into journal.entry (at, origin, kind, subject, version, act, actor, audience, facts)
                select * from unnest(
                    :at::timestamptz[], :origin::text[], :kind::text[], :subject::bigint[], :version::integer[],
                    :act::text[], :actor::bigint[], :audience::text[], :facts::jsonb[])
                """)
                .bind("at", column(entries, Entry::at))
                .bind("origin", column(entries, Entry::origin))
                .bind("kind", column(entries, Entry::kind))
                .bind("subject", column(entries, Entry::subject))
                .bind("version", column(entries, Entry::version))
                .bind("act", column(entries, e -> e.facts().act()))
                .bind("actor", column(entries, Entry::actor))
                .bind("audience", column(entries, Entry::audience))
                .bind("facts", column(entries, e -> Json.of(e.facts())))
                .update();
        workers.wake();
    }

    /** No configuration is changed of which nobody has said how that is taken back, or why it stays. */
    private void mustGoBack(Entry entry) {
        if (entry.facts() instanceof Configured facts
                && restorers.stream().noneMatch(restorer -> restorer.what().equals(facts.what())))
            throw new IllegalStateException("no Restorer for " + facts.what());
    }

    /** What happened to a subject after the given entry, oldest first. */
    public List<Recorded> of(String kind, long subject, long after, int limit) {
        return of(kind, subject, EnumSet.allOf(Audience.class), after, limit);
    }

    /** The same, as far as it is meant for these audiences. */
    public List<Recorded> of(String kind, long subject, Collection<Audience> audiences, long after, int limit) {
        return db.sql("""
                select %s from journal.entry
                where kind = :kind and subject = :subject and id > :after and audience = any(:audiences::text[])
                order by id limit :limit
                """.formatted(COLUMNS))
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("after", after)
                .bind("audiences", audiences)
                .bind("limit", limit)
                .list(Recorded::read);
    }

    /**
     * The newest of what happened to a subject in some time, oldest first, as far as it is meant for these audiences.
     *
     * @param after begins after this moment; null: from the beginning
     * @param until the last moment; null: now
     */
    public List<Recorded> newest(
            String kind,
            long subject,
            Collection<Audience> audiences,
            @Nullable Instant after,
            @Nullable Instant until,
            int limit) {
        return db.sql("""
                select %s from journal.entry
                where kind = :kind and subject = :subject and audience = any(:audiences::text[])
                  and (:after::timestamptz is null or at > :after) and (:until::timestamptz is null or at <= :until)
                order by id desc limit :limit
                """.formatted(COLUMNS))
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("audiences", audiences)
                .bind("after", after)
                .bind("until", until)
                .bind("limit", limit)
                .list(Recorded::read)
                .reversed();
    }

    /** The newest entries of a kind that happen now (not imported, not demo), newest first, for "what happened". */
    public List<Recorded> newest(String kind, Collection<Audience> audiences, int limit) {
        return db.sql("""
                select %s from journal.entry
                where kind = :kind and audience = any(:audiences::text[]) and origin <> 'import'
                order by id desc limit :limit
                """.formatted(COLUMNS))
                .bind("kind", kind)
                .bind("audiences", audiences)
                .bind("limit", limit)
                .list(Recorded::read);
    }

    /** How often each act happened to each of these subjects. */
    public Map<Long, Map<String, Integer>> counts(String kind, Collection<Long> subjects) {
        record Count(long subject, String act, int n) {}
        return db
                .sql("""
                        select subject, act, count(*)::int as n from journal.entry
                        where kind = :kind and subject = any(:subjects::bigint[]) group by subject, act
                        """)
                .bind("kind", kind)
                .bind("subjects", subjects)
                .list(row -> new Count(row.number("subject"), row.text("act"), row.integer("n")))
                .stream()
                .collect(groupingBy(Count::subject, toMap(Count::act, Count::n)));
    }
}
