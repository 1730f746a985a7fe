package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.server.Database;
import dev.qiao.people.Crowd;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QiaoTest
class ChainTest {
    @Autowired
    Chain chain;

    @Autowired
    Audit audit;

    @Autowired
    Journal journal;

    @Autowired
    Parking parking;

    @Autowired
    Db db;

    @Autowired
    Database database;

    @Autowired
    Crowd crowd;

    private final String kind = "thing-" + UUID.randomUUID();

    @Test
    void whatTheOwnerOfTheTablesChangesIsNoticed() {
        write(1, 2, 3);
        seal();
        assertThat(chain.problems()).isEmpty();
        tamper("update journal.entry set actor = 99 where kind = ? and subject = 2");
        assertThat(chain.problems()).hasSize(1).first().asString().contains("not what was sealed");
        tamper("update journal.entry set actor = 0 where kind = ? and subject = 2");
        assertThat(chain.problems()).isEmpty();
    }

    @Test
    void anEntryPutInLaterIsNoticed() {
        write(1);
        seal();
        write(2);
        seal();
        tamper("""
                insert into journal.entry (xid, id, at, origin, kind, subject, version, act, actor, audience, facts)
                select xid, 0 - id, at, origin, kind, 77, version, act, actor, audience, facts
                from journal.entry where kind = ? and subject = 2
                """);
        assertThat(chain.problems()).isNotEmpty();
        tamper("delete from journal.entry where kind = ? and subject = 77");
        assertThat(chain.problems()).isEmpty();
    }

    @Test
    void theAuditTellsWhoChangedWhatFromWhatToWhat() {
        db.transact(() -> journal.write(List.of(
                configured("a", null, 1),
                configured("a", 1, 2),
                new Entry(TestClock.MONDAY, Origin.LIVE, kind, 5, 1, 0, Audience.PUBLIC, new NoteTaken("b")))));
        var search = new Audit.Search(kind, null, null, 7L, null, null);
        var first = audit.list(search, new Paging(1, null), Me.QIAO);
        var second = audit.list(search, new Paging(1, first.next()), Me.QIAO);
        assertThat(second.next()).isNull();
        var change = first.items().getFirst();
        assertThat(change.actor()).isEqualTo(7);
        var facts = change.as(Configured.class);
        assertThat(facts.what()).isEqualTo("proof.thing");
        assertThat(String.valueOf(facts.before())).contains("1");
        assertThat(String.valueOf(facts.after())).contains("2");
        assertThat(change.is(Configured.class)).isTrue();
        assertThat(audit.list(new Audit.Search(kind, 5L, null, null, null, null), new Paging(9, null), Me.QIAO)
                        .items())
                .hasSize(3);
    }

    @Test
    void theAuditIsForThoseWhoMaySeeIt() {
        var requester = crowd.me(TestClock.MONDAY, "requester");
        assertThatThrownBy(() -> audit.list(Audit.Search.ALL, new Paging(9, null), requester))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> audit.acts(requester)).isInstanceOf(Refused.class);
        assertThat(audit.acts(Me.QIAO)).isNotNull();
    }

    private record Value(int value) {}

    private Entry configured(String code, Integer before, Integer after) {
        var facts = Configured.of("proof.thing", code, before == null ? null : new Value(before), new Value(after));
        return new Entry(TestClock.MONDAY, Origin.LIVE, kind, 5, 1, 7, Audience.ADMIN, facts);
    }

    private void seal() {
        var reading = new Reading(db, new Tail(db), chain, parking, List.of());
        while (reading.work(TestClock.MONDAY) > 0) {}
    }

    private void tamper(String sql) {
        assertThat(JdbcClient.create(database.owner()).sql(sql).param(kind).update())
                .isPositive();
    }

    private void write(long... subjects) {
        for (var subject : subjects) {
            db.transact(() -> journal.write(new Entry(
                    TestClock.MONDAY, Origin.LIVE, kind, subject, 1, 0, Audience.PUBLIC, new NoteTaken("a"))));
        }
    }
}
