package dev.qiao.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the journal, and where each reader stands in it, survive on a server that counts its transactions anew. */
class PositionsTest {
    private static final String ORDER = "select id from journal.entry order by entry.xid, id";
    private static final int ENTRIES = 800;

    /** From here the numbers of transactions get one digit more: as texts they would be in another order. */
    private static final long ACROSS = 9_999_999_400L;

    @TempDir
    Path temp;

    private final Random random = new Random(20_261_122);

    @Test
    void readersGoOnWhereTheyStoodAndNothingNewIsBehindThem() throws Exception {
        try (var desk = SmallDesk.open(temp.resolve("data")).furnish(1)) {
            entangle(desk);
            desk.backUp(temp.resolve("backup.zip"));
            try (var restoring = Restoring.of(temp.resolve("backup.zip"), SmallDesk.PASSPHRASE, SmallDesk.SILENT)) {
                restoring.onto(temp.resolve("target"), Map.of());
            }
            try (var restored = SmallDesk.open(temp.resolve("target"))) {
                assertThat(restored.ask(ORDER)).hasSize(ENTRIES - 1).isEqualTo(desk.ask(ORDER));
                assertThat(ahead(restored)).hasSize(41).isEqualTo(ahead(desk));
                assertThat(seals(restored)).isEqualTo(seals(desk));
                assertThat(restored.ask("""
                        select count(*) from journal.entry where xid >= pg_snapshot_xmin(pg_current_snapshot())
                        """))
                        .as("entries that no reader would see")
                        .containsExactly("0");
                assertThat(restored.ask("""
                        select (pg_current_xact_id() > (select max(xid) from journal.entry))::text
                        """)).containsExactly("true");
            }
        }
    }

    @Test
    void everyNumberOfATransactionThatIsStoredIsAPosition() throws SQLException {
        try (var desk = SmallDesk.open(temp.resolve("data"))) {
            Migrations.bringForward(desk.database);
            try (var connection = desk.database.owner().getConnection()) {
                assertThat(new Schema(connection).transactions())
                        .as("what is carried over by Positions: a new one must be in the order of its runs")
                        .containsExactlyInAnyOrder(
                                "journal.entry.xid",
                                "journal.cursor.xid",
                                "journal.parked.xid",
                                "journal.seal.xid",
                                "journal.seal.from_xid");
            }
        }
    }

    /** Many writers at once: older transactions hold younger entries. Readers stand on entries, one of them on one that is gone. */
    private void entangle(SmallDesk desk) {
        var statements = new ArrayList<String>();
        for (int id = 1; id <= ENTRIES; id++) {
            long xid = ACROSS + id + random.nextInt(300);
            statements.add("""
                    insert into journal.entry (id, xid, at, origin, kind, subject, version, act, actor, audience, facts)
                    values (%d, '%d', now(), 'live', 'probe', 1, 1, 'probe.made', 0, 'admin', '{}')
                    """.formatted(id, xid));
        }
        for (int reader = 0; reader < 40; reader++) {
            statements.add(
                    "insert into journal.cursor (reader, xid, id) select 'r%02d', xid, id from journal.entry where id = %d"
                            .formatted(reader, 1 + random.nextInt(ENTRIES)));
        }
        statements.add("insert into journal.cursor (reader) values ('fresh')");
        statements.add("""
                insert into journal.seal (number, from_xid, from_id, xid, id, entries, since, previous, hash)
                select n, coalesce(lag(xid) over w, '0'), coalesce(lag(id) over w, 0), xid, id, 1, now(), '', ''
                from (select row_number() over (order by xid, id) n, xid, id from journal.entry) e window w as (order by n)
                """);
        statements.add("delete from journal.entry where id = (select id from journal.cursor where reader = 'r07')");
        desk.run(statements.toArray(String[]::new));
    }

    private static Map<String, List<String>> ahead(SmallDesk desk) {
        var found = new HashMap<String, List<String>>();
        for (var reader : desk.ask("select reader from journal.cursor")) {
            found.put(reader, desk.ask("""
                    select e.id from journal.entry e, journal.cursor c
                    where c.reader = '%s' and (e.xid, e.id) > (c.xid, c.id) order by e.xid, e.id
                    """.formatted(reader)));
        }
        return found;
    }

    private static List<String> seals(SmallDesk desk) {
        return desk.ask("""
                select s.number || ' ' || array_agg(e.id order by e.xid, e.id)::text from journal.seal s
                join journal.entry e on (e.xid, e.id) > (s.from_xid, s.from_id) and (e.xid, e.id) <= (s.xid, s.id)
                group by s.number order by s.number
                """);
    }
}
