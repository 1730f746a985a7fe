package dev.qiao.signal.promql;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of servers that are asked by PromQL. */
@Repository
class ServerSql {
    private static final String SERVER =
            "select id, version, name, url, inside, sealed is not null as passed from signal.promql ";

    private final Db db;

    ServerSql(Db db) {
        this.db = db;
    }

    List<Server> all() {
        return db.sql(SERVER + "order by name limit :most")
                .bind("most", Servers.MOST)
                .list(ServerSql::server);
    }

    Optional<Server> find(long id) {
        return db.sql(SERVER + "where id = :id").bind("id", id).optional(ServerSql::server);
    }

    Map<Long, String> names(Collection<Long> ids) {
        return all().stream()
                .filter(server -> ids.contains(server.id()))
                .collect(Collectors.toMap(Server::id, server -> server.draft().name()));
    }

    /** @param id null: the next; nothing where there is one with that number */
    Optional<Long> insert(@Nullable Long id, ServerDraft draft) {
        var number = id == null ? "default" : ":id";
        var query = bound("""
                insert into signal.promql (id, name, url, inside) values (%s, :name, :url, :inside)
                on conflict (id) do nothing returning id
                """.formatted(number), draft);
        return (id == null ? query : query.bind("id", id)).optional(row -> row.number("id"));
    }

    /** False when somebody was faster. */
    boolean update(long id, int seen, ServerDraft draft) {
        return bound("""
                        update signal.promql set name = :name, url = :url, inside = :inside, version = version + 1
                         where id = :id and version = :seen
                        """, draft).bind("id", id).bind("seen", seen).update() == 1;
    }

    boolean delete(long id) {
        return db.sql("delete from signal.promql where id = :id").bind("id", id).update() == 1;
    }

    void seal(long id, byte @Nullable [] sealed) {
        db.sql("update signal.promql set sealed = :sealed::bytea where id = :id")
                .bind("id", id)
                .bind("sealed", sealed)
                .updateOne();
    }

    byte @Nullable [] sealed(long id) {
        return db.sql("select sealed from signal.promql where id = :id")
                .bind("id", id)
                .one(row -> Optional.ofNullable(row.bytesOrNull("sealed")))
                .orElse(null);
    }

    private Db.Query bound(String text, ServerDraft draft) {
        return db.sql(text).bind("name", draft.name()).bind("url", draft.url()).bind("inside", draft.inside());
    }

    private static Server server(Row row) {
        return new Server(
                row.number("id"),
                row.integer("version"),
                new ServerDraft(row.text("name"), row.text("url"), row.yes("inside")),
                row.yes("passed"));
    }
}
