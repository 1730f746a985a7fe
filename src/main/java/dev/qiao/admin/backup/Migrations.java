package dev.qiao.admin.backup;

import dev.qiao.admin.backup.Manifest.Migration;
import dev.qiao.base.Refused;
import dev.qiao.base.server.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The history of the schema: what was done to a database, what this program knows, and how to get from there to here. */
final class Migrations {
    private static final String LOCATION = "classpath:db/migration";
    static final String HISTORY = "flyway";

    private Migrations() {}

    /** What was done to this database, in its order. Errors: none of ours. */
    static List<Migration> applied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select to_regclass('flyway.flyway_schema_history') is not null")) {
                row.next();
                if (!row.getBoolean(1)) throw Refused.conflict("admin.backup.no_desk");
            }
            try (var rows = statement.executeQuery("""
                    select version, checksum from flyway.flyway_schema_history
                    where success and version is not null order by installed_rank
                    """)) {
                var found = new ArrayList<Migration>();
                while (rows.next()) found.add(new Migration(rows.getString(1), rows.getInt(2)));
                if (found.isEmpty()) throw Refused.conflict("admin.backup.no_desk");
                return found;
            }
        }
    }

    /** Errors: this program does not know one of them, so it would not know what the rows mean. */
    static void mustBeKnown(List<Migration> migrations) {
        var known = known();
        var unknown = migrations.stream()
                .map(Migration::version)
                .filter(version -> !known.contains(version))
                .toList();
        if (!unknown.isEmpty()) throw Refused.conflict("admin.backup.newer_schema", String.join(", ", unknown));
    }

    private static Set<String> known() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(LOCATION + "/V*.sql");
            return Stream.of(files)
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(name -> name.substring(1, name.indexOf("__")).replace('_', '.'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the schema as it was when these were all. Errors: it cannot be made so. */
    static void make(Database database, List<Migration> migrations) throws SQLException {
        flyway(database, migrations.getLast().version()).migrate();
        try (var connection = database.owner().getConnection()) {
            if (!Set.copyOf(applied(connection)).equals(Set.copyOf(migrations)))
                throw Refused.conflict(
                        "admin.backup.other_schema", migrations.getLast().version());
        }
    }

    /** Brings it to where this program is. */
    static void bringForward(Database database) {
        flyway(database, "latest").migrate();
    }

    static Flyway flyway(Database database, String target) {
        return Flyway.configure()
                .dataSource(database.owner())
                .locations(LOCATION)
                .defaultSchema(HISTORY)
                .createSchemas(true)
                .placeholders(Map.of("app", "\"" + database.appRole() + "\""))
                .target(target)
                .load();
    }
}
