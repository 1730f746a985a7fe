package dev.qiao.people;

import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the journal what was changed here, for administrators and the audit. */
@Component
class Ledger {
    static final String PERSON = "person";
    static final String ORGANIZATION = "organization";
    static final String TEAM = "team";
    static final String ROLE = "role";

    private final Journal journal;

    Ledger(Journal journal) {
        this.journal = journal;
    }

    void note(String kind, long subject, int version, Me me, Instant now, Facts facts) {
        journal.write(entry(kind, subject, version, me, now, facts));
    }

    /** What somebody did to their own account while coming in. */
    void note(Person person, Instant now, Facts facts) {
        journal.write(
                new Entry(now, Origin.LIVE, PERSON, person.id(), person.version(), person.id(), Audience.ADMIN, facts));
    }

    void note(List<Entry> entries) {
        journal.write(entries);
    }

    Entry entry(String kind, long subject, int version, Me me, Instant now, Facts facts) {
        return new Entry(now, me.origin(), kind, subject, version, me.id(), Audience.ADMIN, facts);
    }
}
