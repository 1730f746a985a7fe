package dev.qiao.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** The comparison: Debian's pgbench writes the rows of a script to the same server, with no desk beside it. */
final class Pgbench {
    private static final int SECONDS = 8;
    /** The desk's own server takes 60; more than there are processors, more connections make pgbench no faster. */
    static final int MOST = 50;

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Fixture fixture;
    private final String script;
    private final Map<String, String> variables;

    /** @param answer what the desk answered when it opened the ticket whose rows are copied */
    Pgbench(Fixture fixture, String answer) {
        this(fixture, "bin/bench.sql", variables(fixture, answer));
    }

    /** @param variables what the script calls {@code :name} */
    Pgbench(Fixture fixture, String script, Map<String, String> variables) {
        this.fixture = fixture;
        this.script = script;
        this.variables = variables;
    }

    private static Map<String, String> variables(Fixture fixture, String answer) {
        var number = Pattern.compile("\"number\":(\\d+)").matcher(answer);
        if (!number.find()) throw new IllegalStateException("no number in " + answer);
        var all = new TreeMap<String, String>(Map.of("answer", answer, "digest", "0".repeat(64)));
        fixture.owner()
                .query(
                        """
                select t.title, t.description, t.category_id as category, t.service_id as service, t.organization_id as organization,
                    t.requester_id as requester, coalesce((e.facts->>'team')::bigint, 0) as team, e.facts::text as facts,
                    array_to_string(tsvector_to_array(w.words), ' ') as words, c.terms, c.revision
                from ticket.ticket t
                join ticket.words w on w.number = t.number
                join journal.entry e on e.kind = 'ticket' and e.subject = t.number and e.act = 'ticket.opened'
                join sla.clock c on c.kind = 'ticket' and c.subject = t.number and c.metric = 'response'
                where t.number = ?
                """,
                        row -> {
                            var columns = row.getMetaData();
                            for (int n = 1; n <= columns.getColumnCount(); n++)
                                all.put(columns.getColumnLabel(n), row.getString(n));
                        },
                        Long.parseLong(number.group(1)));
        return all;
    }

    /** Not a number where there is no pgbench. */
    double perSecond(int wanted) throws IOException, InterruptedException, SQLException {
        int connections = Math.min(wanted, MOST);
        var source = (PGSimpleDataSource) fixture.app();
        var command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-f",
                script,
                "-h",
                "127.0.0.1",
                "-U",
                source.getUser(),
                "-p",
                port(source),
                "-c",
                Integer.toString(connections),
                "-j",
                Integer.toString(Math.min(connections, 2)),
                "-T",
                Integer.toString(SECONDS)));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(source.getDatabaseName());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", source.getPassword());
        Process process;
        try {
            process = builder.start();
        } catch (IOException _) {
            return Double.NaN;
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var tps = TPS.matcher(said);
        if (process.waitFor() != 0 || !tps.find()) throw new IOException("pgbench failed: " + said);
        return Double.parseDouble(tps.group(1));
    }

    private static String port(PGSimpleDataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            var url = connection.getMetaData().getURL();
            if (!connection.isWrapperFor(PGConnection.class)) throw new SQLException("not PostgreSQL");
            return Integer.toString(
                    java.net.URI.create(url.substring("jdbc:".length())).getPort());
        }
    }
}
