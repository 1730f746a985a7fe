package dev.qiao.signal.source;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Safe;
import dev.qiao.signal.SignalFacts.SourceRekeyed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what the desk reads exporters that do not let everybody; kept in the safe, and shown to nobody. */
@Component
public class Passes {
    private static final String PURPOSE = "source pass";

    private final Db db;
    private final Sources sources;
    private final SourceSql sql;
    private final Safe safe;
    private final Journal journal;

    Passes(Db db, Sources sources, SourceSql sql, Safe safe, Journal journal) {
        this.db = db;
        this.sources = sources;
        this.sql = sql;
        this.safe = safe;
        this.journal = journal;
    }

    /** Empty: the exporter lets everybody. */
    public Optional<Pass> of(Source source) {
        if (source.kind() != Sender.PROMETHEUS || source.sealed() == null) return Optional.empty();
        var closed = Base64.getDecoder().decode(source.sealed());
        return Optional.of(
                new Json(new String(safe.open(PURPOSE, source.id(), closed), StandardCharsets.UTF_8)).as(Pass.class));
    }

    /** From now on the desk shows this; null: nothing. Errors: every field that is wrong; conflict, where nobody is asked. */
    public void give(long id, @Nullable Pass pass, Me me, Instant now) {
        var source = sources.find(id, me);
        if (source.kind() != Sender.PROMETHEUS) throw Refused.conflict("signal.scrape.pass_none");
        var sealed = pass == null ? null : closed(id, pass.checked());
        db.transact(() -> {
            sql.seal(id, sealed);
            journal.write(new Entry(
                    now,
                    me.origin(),
                    Sources.KIND,
                    id,
                    source.version(),
                    me.id(),
                    Audience.ADMIN,
                    new SourceRekeyed()));
        });
        sources.forget();
    }

    private String closed(long id, Pass pass) {
        var open = Json.of(pass).text().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(safe.close(PURPOSE, id, open));
    }
}
