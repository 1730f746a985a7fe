package dev.qiao.signal.real;

import dev.qiao.base.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A Zabbix of one host, over a database in the desk's own PostgreSQL. */
final class Zabbix {
    static final String HOST = "db01";
    private static final Path SCRIPTS = Path.of("/usr/share/zabbix-server-pgsql");
    private static final String NAME = "zabbix";

    private final Path folder;
    private final int listens;
    private final int serves;
    private final String port;
    private final String password;
    private String token = "";

    /** @param data the folder of the desk */
    Zabbix(Path folder, Path data, int listens, int serves) throws IOException {
        this.folder = folder;
        this.listens = listens;
        this.serves = serves;
        this.port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        this.password = Files.readAllLines(data.resolve("server.passwords")).getFirst();
    }

    void furnish() throws Exception {
        vanish();
        execute("postgres", "create database " + NAME + " template template0 encoding 'UTF8'");
        for (var script : List.of("schema", "images", "data")) {
            try (var in = new GZIPInputStream(Files.newInputStream(SCRIPTS.resolve(script + ".sql.gz")))) {
                execute(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.writeString(
                folder.resolve("zabbix_server.conf"), SERVER.formatted(port, password, listens, folder, folder));
        Part.run(
                Path.of("/bin/cp"),
                "-rL",
                "/usr/share/zabbix",
                folder.resolve("zabbix").toString());
        var settings =
                Files.writeString(folder.resolve("zabbix.conf.php"), FRONTEND.formatted(port, password, listens));
        // Debian's own place of the settings is the machine's; this copy has its own.
        var reads = folder.resolve("zabbix/include/classes/core/CConfigFile.php");
        Files.writeString(reads, Files.readString(reads).replace("/etc/zabbix/zabbix.conf.php", settings.toString()));
    }

    /** Nothing of it stays in the server of the desk. */
    void vanish() throws Exception {
        execute("postgres", "drop database if exists " + NAME + " with (force)");
    }

    private void execute(String database, String script) throws Exception {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?preferQueryMode=simple";
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    /** False while nobody answers. */
    boolean signIn() {
        try {
            token = call("user.login", Map.of("username", "Admin", "password", "zabbix"))
                    .stringValue();
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /** A host with one item that others send, and a trigger on it. */
    void watch() {
        var host = call("host.create", Map.of("host", HOST, "groups", List.of(Map.of("groupid", "2"))));
        var id = host.get("hostids").get(0).stringValue();
        call("item.create", Map.of("name", "disk", "key_", "disk.full", "hostid", id, "type", 2, "value_type", 3));
        call(
                "trigger.create",
                Map.of(
                        "description",
                        "Disk is full",
                        "expression",
                        "last(/" + HOST + "/disk.full)>0",
                        "priority",
                        5,
                        "tags",
                        List.of(Map.of("tag", "scope", "value", "capacity"))));
    }

    JsonNode call(String method, Map<String, ?> parameters) {
        var body =
                new HashMap<String, Object>(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters));
        if (!token.isEmpty()) body.put("auth", token);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serves + "/api_jsonrpc.php"))
                .header("Content-Type", "application/json-rpc")
                .POST(HttpRequest.BodyPublishers.ofString(Json.of(body).text()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var said =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            if (!said.startsWith("{")) throw new IllegalStateException(said);
            var result = new Json(said).node().get("result");
            if (result == null) throw new AssertionError(method + ": " + said);
            return result;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As zabbix_sender does; false while the server does not listen, or does not know the item. */
    boolean send(String value) throws IOException {
        var data = Map.of(
                "request", "sender data", "data", List.of(Map.of("host", HOST, "key", "disk.full", "value", value)));
        var body = Json.of(data).text().getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), listens)) {
            var head = ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN);
            head.put("ZBXD\1".getBytes(StandardCharsets.US_ASCII)).putLong(body.length);
            socket.getOutputStream().write(head.array());
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("processed: 1;");
        } catch (ConnectException _) {
            return false;
        }
    }

    private static final String SERVER = """
            DBHost=127.0.0.1
            DBPort=%s
            DBName=zabbix
            DBUser=postgres
            DBPassword=%s
            ListenIP=127.0.0.1
            ListenPort=%d
            LogType=console
            PidFile=%s/zabbix_server.pid
            SocketDir=%s
            AllowRoot=1
            AllowUnsupportedDBVersions=1
            StartPollers=1
            CacheUpdateFrequency=1
            """;

    private static final String FRONTEND = """
            <?php
            $DB['TYPE'] = 'POSTGRESQL';
            $DB['SERVER'] = '127.0.0.1';
            $DB['PORT'] = '%s';
            $DB['DATABASE'] = 'zabbix';
            $DB['USER'] = 'postgres';
            $DB['PASSWORD'] = '%s';
            $DB['SCHEMA'] = '';
            $DB['ENCRYPTION'] = false;
            $DB['DOUBLE_IEEE754'] = true;
            $ZBX_SERVER = '127.0.0.1';
            $ZBX_SERVER_PORT = '%d';
            """;
}
