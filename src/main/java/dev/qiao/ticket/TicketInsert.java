package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.ticket.TicketSql.Fresh;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Stores many new tickets in one statement: a column is an array, a ticket is a row of {@code unnest}. */
@Repository
class TicketInsert {
    /** Separates tags on their way into the database; no text may contain it. */
    private static final String UNIT = "\u001f";

    private record Column(String name, String type, Function<Fresh, @Nullable Object> value) {
        String parameter() {
            return ":" + name + "::" + type + "[]";
        }
    }

    private static final List<Column> COLUMNS = List.of(
            of("number", "bigint", Ticket::number),
            new Column("draft_id", "uuid", Fresh::draft),
            of("version", "int", Ticket::version),
            new Column("origin", "text", Fresh::origin),
            matter("kind", "text", Matter::kind),
            matter("title", "text", Matter::title),
            matter("description", "text", Matter::description),
            matter("category_id", "bigint", Matter::category),
            matter("service_id", "bigint", Matter::service),
            matter("organization_id", "bigint", Matter::organization),
            matter("requester_id", "bigint", Matter::requester),
            matter("reporter_id", "bigint", Matter::reporter),
            matter("source", "text", Matter::source),
            matter("started_at", "timestamptz", Matter::startedAt),
            matter("restricted", "boolean", Matter::restricted),
            matter("vip", "boolean", Matter::vip),
            of("impact", "text", t -> t.weight().impact()),
            of("urgency", "text", t -> t.weight().urgency()),
            of("priority", "text", t -> t.weight().priority()),
            of("priority_reason", "text", t -> t.weight().reason()),
            of("team_id", "bigint", t -> t.place().team()),
            of("assignee_id", "bigint", t -> t.place().person()),
            of("placed", "int", t -> t.place().revision()),
            stage("stage", "text", StageColumns::stage),
            stage("stage_at", "timestamptz", StageColumns::at),
            stage("engineer_id", "bigint", StageColumns::engineer),
            stage("hold_for", "text", StageColumns::holdFor),
            stage("hold_reason", "text", StageColumns::holdReason),
            stage("return_at", "timestamptz", StageColumns::returnAt),
            stage("outcome", "text", StageColumns::outcome),
            stage("cause", "text", StageColumns::cause),
            stage("solution", "text", StageColumns::solution),
            stage("ended_at", "timestamptz", StageColumns::endedAt),
            stage("ended_by", "bigint", StageColumns::endedBy),
            stage("closes_at", "timestamptz", StageColumns::closesAt),
            times("opened_at", Times::openedAt),
            times("accepted_at", Times::acceptedAt),
            times("responded_at", Times::respondedAt),
            times("restored_at", Times::restoredAt),
            times("resolved_at", Times::resolvedAt),
            times("closed_at", Times::closedAt),
            times("due_at", Times::dueAt),
            times("updated_at", Times::updatedAt),
            of("reopened", "int", t -> t.tally().reopened()),
            of("handed_over", "int", t -> t.tally().handedOver()),
            of("comments", "int", t -> t.tally().comments()));

    private static final String NAMES = COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));

    private static final String SQL = """
            insert into ticket.ticket (%s, tags)
            select %s, coalesce(string_to_array(nullif(tags, ''), :unit), '{}')
              from unnest(%s, :tags::text[]) as n(%s, tags)
            """.formatted(
                    NAMES, NAMES, COLUMNS.stream().map(Column::parameter).collect(Collectors.joining(", ")), NAMES);

    private final Db db;

    TicketInsert(Db db) {
        this.db = db;
    }

    void insert(List<Fresh> rows) {
        var statement = db.sql(SQL).bind("unit", UNIT);
        for (var column : COLUMNS) statement.bind(column.name(), Db.column(rows, column.value()));
        statement.bind(
                "tags",
                Db.column(rows, f -> String.join(UNIT, f.ticket().matter().tags())));
        int written = statement.update();
        if (written != rows.size())
            throw new IllegalStateException("stored " + written + " of " + rows.size() + " tickets");
        db.sql("""
                insert into ticket.words (number, words)
                select number, array_to_tsvector(string_to_array(words, ' '))
                  from unnest(:numbers::bigint[], :words::text[]) as n(number, words)
                """)
                .bind("numbers", Db.column(rows, fresh -> fresh.ticket().number()))
                .bind("words", Db.column(rows, Fresh::words))
                .update();
    }

    private static Column of(String name, String type, Function<Ticket, @Nullable Object> value) {
        return new Column(name, type, f -> value.apply(f.ticket()));
    }

    private static Column matter(String name, String type, Function<Matter, @Nullable Object> value) {
        return of(name, type, t -> value.apply(t.matter()));
    }

    private static Column stage(String name, String type, Function<StageColumns, @Nullable Object> value) {
        return of(name, type, t -> value.apply(StageColumns.of(t.stage())));
    }

    private static Column times(String name, Function<Times, @Nullable Object> value) {
        return of(name, "timestamptz", t -> value.apply(t.times()));
    }
}
