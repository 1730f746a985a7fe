package dev.qiao.admin.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param format of the file; a program reads its own and older ones
 * @param point the snapshot of the database, as PostgreSQL writes it
 * @param postgres the major version that it came from
 * @param migrations all that had been done to the schema, in their order
 * @param runs how many numbers of transactions its positions in the journal take, see {@link dev.qiao.journal.Positions}
 * @param damaged files whose bytes were not what their name says when the backup was made
 */
record Manifest(
        int format,
        String qiao,
        Instant madeAt,
        String point,
        int postgres,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Partition> partitions,
        int runs,
        long files,
        long fileBytes,
        List<String> damaged) {
    static final int FORMAT = 1;

    record Migration(String version, int checksum) {}

    /** @param name with its schema, quoted where need be */
    record Table(String name, List<String> columns, long rows) {
        String entry() {
            return "tables/" + name.replaceAll("[^a-z0-9_.]", "_") + ".copy";
        }
    }

    record Sequence(String name, long last) {}

    record Partition(String name, String parent, String bound) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    String version() {
        return migrations.getLast().version();
    }
}
