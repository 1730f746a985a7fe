package dev.qiao.admin.backup;

import dev.qiao.admin.backup.Manifest.Partition;
import dev.qiao.admin.backup.Manifest.Sequence;
import dev.qiao.admin.backup.Manifest.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What there is in a database, as its catalog says: so a table that a room adds is in the next backup without being named anywhere. */
final class Schema {
    private static final String OURS =
            "n.nspname not in ('flyway', 'information_schema', 'public') and n.nspname !~ '^pg_'";

    /** Reads one row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Something that is taken off before loading and put back when all is there. */
    record Fixture(String off, String on) {}

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** With the number of rows that the planner reckons with. Partitions are read through their table. */
    List<Table> tables() throws SQLException {
        return list(
                """
                select format('%I.%I', n.nspname, c.relname),
                       array(select quote_ident(a.attname) from pg_attribute a
                             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                             order by a.attnum),
                       (select coalesce(sum(greatest(r.reltuples, 0)), 0)::bigint from pg_class r
                        where r.oid in (select relid from pg_partition_tree(c.oid) union select c.oid))
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where\s""" + OURS + """
                 and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
                order by 1
                """,
                row -> new Table(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray()), row.getLong(3)));
    }

    /** Columns that hold numbers of transactions, as {@code schema.table.column}. */
    List<String> transactions() throws SQLException {
        return list("""
                select format('%I.%I.%I', n.nspname, c.relname, a.attname)
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where\s""" + OURS + """
                 and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.atttypid = 'xid8'::regtype
                """, row -> row.getString(1));
    }

    List<Partition> partitions() throws SQLException {
        return list("""
                select format('%I.%I', n.nspname, c.relname), i.inhparent::regclass::text, pg_get_expr(c.relpartbound, c.oid)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
                where\s""" + OURS + """
                 and c.relispartition and c.relkind in ('r', 'p') order by 1
                """, row -> new Partition(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Those that were ever asked. */
    List<Sequence> sequences() throws SQLException {
        return list("""
                select format('%I.%I', schemaname, sequencename), last_value from pg_sequences s
                join pg_namespace n on n.nspname = s.schemaname
                where\s""" + OURS + """
                 and last_value is not null order by 1
                """, row -> new Sequence(row.getString(1), row.getLong(2)));
    }

    /** Foreign keys first, then indexes that no constraint stands on. */
    List<Fixture> fixtures() throws SQLException {
        var all = list("""
                select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname),
                       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                where\s""" + OURS + """
                 and k.contype = 'f' and k.conparentid = 0 order by 1
                """, row -> new Fixture(row.getString(1), row.getString(2)));
        all.addAll(list("""
                select format('drop index %s', i.indexrelid::regclass),
                       replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
                from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
                where\s""" + OURS + """
                 and not c.relispartition
                 and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1
                """, row -> new Fixture(row.getString(1), row.getString(2))));
        return all;
    }

    /** Everything that somebody made in this database, up to a few. */
    List<String> anything() throws SQLException {
        return list("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
                  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                order by 1 limit 3
                """, row -> row.getString(1));
    }

    private <T> List<T> list(String query, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<T>();
            while (rows.next()) found.add(reading.read(rows));
            return found;
        }
    }
}
