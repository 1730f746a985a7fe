package dev.qiao.admin.intake;

import dev.qiao.base.Coded;
import dev.qiao.base.Db;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Whom and what another system's words mean here. */
@Repository
class Known {
    enum Sort implements Coded {
        PERSON,
        TEAM,
        CATEGORY,
        ORGANIZATION
    }

    private final Db db;

    Known(Db db) {
        this.db = db;
    }

    Map<String, Long> of(String source, Sort kind, Collection<String> words) {
        if (words.isEmpty()) return Map.of();
        var known = new HashMap<String, Long>();
        db.sql(
                        "select word, id from admin.known where source = :source and kind = :kind and word = any(:words::text[])")
                .bind("source", source)
                .bind("kind", kind)
                .bind("words", words)
                .list(row -> Map.entry(row.text("word"), row.number("id")))
                .forEach(e -> known.put(e.getKey(), e.getValue()));
        return known;
    }

    void remember(String source, Sort kind, List<String> words, List<Long> ids) {
        db.sql("""
                insert into admin.known (source, kind, word, id)
                select :source, :kind, word, id from unnest(:words::text[], :ids::bigint[]) as n (word, id)
                """)
                .bind("source", source)
                .bind("kind", kind)
                .bind("words", words)
                .bind("ids", ids)
                .update();
    }
}
