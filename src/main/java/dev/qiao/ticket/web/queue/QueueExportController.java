package dev.qiao.ticket.web.queue;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Walk;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Lens.Column;
import dev.qiao.ticket.web.TicketRow;
import dev.qiao.ticket.web.TicketRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A list of tickets as a file, in the columns that it shows. */
@Controller
@RequestMapping("/tickets/export")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class QueueExportController {
    private final Queue queue;
    private final QueueQueries queries;
    private final TicketRows rows;
    private final Rights rights;

    QueueExportController(Queue queue, QueueQueries queries, TicketRows rows, Rights rights) {
        this.queue = queue;
        this.queries = queries;
        this.rows = rows;
        this.rights = rights;
    }

    @GetMapping
    void index(@RequestParam MultiValueMap<String, String> parameters, Me me, Page page, Export file)
            throws IOException {
        parameters.remove("format");
        parameters.remove("as");
        var query = queries.read(parameters, me);
        var name =
                query.saved() == null ? page.t("ticket.tickets") : query.saved().name();
        var walk = new Walk<Mark>(() -> rights.of(me.id()), (mark, reader) -> some(query.lens(), mark, reader, page));
        file.write(name, heads(query.lens()), walk, page);
    }

    private static List<String> heads(Lens lens) {
        var heads = new ArrayList<>(List.of("ticket.number", "ticket.title", "ticket.priority", "ticket.promise"));
        lens.shown().forEach(column -> heads.add("ticket.column." + column.code()));
        return heads;
    }

    private Walk.Part<Mark> some(Lens lens, @Nullable Mark mark, Me me, Page page) {
        var listed = queue.list(lens.filter(me), mark, Walk.PAGE, me, page.now());
        var cells = rows.of(listed.items(), page).stream()
                .map(row -> cells(row, lens, page))
                .toList();
        return new Walk.Part<>(cells, listed.next());
    }

    private static List<@Nullable Object> cells(TicketRow row, Lens lens, Page page) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.number());
        cells.add(row.title());
        cells.add(page.t("ticket.priority." + row.priority().code()));
        cells.add(row.clock() == null ? null : row.clock().due());
        for (var column : lens.shown()) cells.add(cell(column, row, page));
        return cells;
    }

    private static @Nullable Object cell(Column column, TicketRow row, Page page) {
        return switch (column) {
            case STAGE -> page.t("ticket.stage." + row.stage().code());
            case REQUESTER -> row.requester().name();
            case SERVICE -> row.service();
            case TEAM -> row.team();
            case CATEGORY -> row.category();
            case ASSIGNEE -> row.assignee().name();
            case OPENED -> row.openedAt();
            case CHANGED -> row.changedAt();
        };
    }
}
