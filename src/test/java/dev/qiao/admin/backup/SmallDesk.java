package dev.qiao.admin.backup;

import dev.qiao.base.Vault;
import dev.qiao.base.server.Database;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.settings.SettingsSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A data folder with a database, some attachments and keys, but no house: small and quick to make. */
final class SmallDesk implements AutoCloseable {
    static final char[] PASSPHRASE = "four words are enough".toCharArray();
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final Progress SILENT = (_, _, _) -> {};

    final Path data;
    final Settings settings;
    final Database database;

    private SmallDesk(Path data, Database database, Settings settings) {
        this.data = data;
        this.settings = settings;
        this.database = database;
    }

    static SmallDesk open(Path folder) {
        try {
            var data = Files.createDirectories(folder).toRealPath();
            var settings = SettingsSource.read(data, Map.of());
            return new SmallDesk(data, Database.of(settings), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a schema as this program makes it, and something of everything. */
    SmallDesk furnish(int organizations) throws IOException {
        Migrations.bringForward(database);
        run("""
                insert into people.organization (code, name, vip)
                select 'o' || n, E'tab\\there, line\\nthere, back\\\\slash, 桥 ' || n, n %% 2 = 0 from generate_series(1, %d) n
                """.formatted(organizations));
        run("select nextval('ticket.number') from generate_series(1, 7)");
        for (int i = 0; i < 20; i++)
            new Vault(data.resolve("files"))
                    .put(new ByteArrayInputStream(("file " + i).getBytes(StandardCharsets.UTF_8)), 1_000);
        Files.writeString(data.resolve("qiao.yaml"), "mail.from: desk@example.org\n");
        Files.write(data.resolve("seal.key"), new byte[32]);
        Files.createDirectories(data.resolve("tls"));
        Files.writeString(data.resolve("tls/key.pem"), "a key");
        return this;
    }

    Taking.Taken backUp(Path file) {
        return new Taking(database, settings).take(file, PASSPHRASE, NOW, SILENT);
    }

    void run(String... statements) {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var each : statements) statement.execute(each);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> ask(String query) {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A hash over all rows of each table, whatever their order. */
    Map<String, String> hashes() throws SQLException {
        try (var connection = database.owner().getConnection()) {
            var found = new TreeMap<String, String>();
            var schema = new Schema(connection);
            var transactions = schema.transactions();
            for (var table : schema.tables()) {
                var columns = table.columns().stream()
                        .filter(column -> !transactions.contains(table.name() + "." + column))
                        .collect(Collectors.joining(", "));
                found.put(
                        table.name(),
                        ask("select count(*) || ' ' || coalesce(md5(string_agg(md5(row(%s)::text), '' order by md5(row(%s)::text))), '') from %s"
                                        .formatted(columns, columns, table.name()))
                                .getFirst());
            }
            return found;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
