package dev.qiao.ticket.web.queue;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Exports;
import dev.qiao.base.sheet.Format;
import dev.qiao.base.sheet.Sheet;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Lens.Column;
import dev.qiao.ticket.web.TicketRow;
import dev.qiao.ticket.web.TicketRows;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final int PAGE = 500;

    private final Queue queue;
    private final QueueQueries queries;
    private final TicketRows rows;
    private final Rights rights;
    private final Exports exports;

    QueueExportController(Queue queue, QueueQueries queries, TicketRows rows, Rights rights, Exports exports) {
        this.queue = queue;
        this.queries = queries;
        this.rows = rows;
        this.rights = rights;
        this.exports = exports;
    }

    @GetMapping
    void index(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String as,
            Me me,
            Page page,
            HttpServletResponse response)
            throws IOException {
        parameters.remove("format");
        parameters.remove("as");
        var query = queries.read(parameters, me);
        var name =
                query.saved() == null ? page.t("ticket.tickets") : query.saved().name();
        var sheet = new Sheet(name, heads(query.lens(), page), new Walk(query.lens(), me, page));
        exports.write(sheet, Coded.of(Format.class, "format", format), as, page, response);
    }

    private static List<String> heads(Lens lens, Page page) {
        var heads = new ArrayList<>(List.of(
                page.t("ticket.number"), page.t("ticket.title"), page.t("ticket.priority"), page.t("ticket.promise")));
        lens.shown().forEach(column -> heads.add(page.t("ticket.column." + column.code())));
        return heads;
    }

    /** Page after page, each with the rights that the person has by then: who is let go meanwhile gets no further. */
    private final class Walk implements Sheet.Source {
        private final Lens lens;
        private final Me asker;
        private final Page page;
        private @Nullable Mark mark;
        private boolean over;

        Walk(Lens lens, Me asker, Page page) {
            this.lens = lens;
            this.asker = asker;
            this.page = page;
        }

        @Override
        public Optional<List<List<@Nullable Object>>> next() {
            var me = over ? Optional.<Me>empty() : rights.of(asker.id());
            if (me.isEmpty()) return Optional.empty();
            var listed = queue.list(lens.filter(me.get()), mark, PAGE, me.get(), page.now());
            mark = listed.next();
            over = mark == null;
            return Optional.of(
                    rows.of(listed.items(), page).stream().map(this::cells).toList());
        }

        private List<@Nullable Object> cells(TicketRow row) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(row.number());
            cells.add(row.title());
            cells.add(page.t("ticket.priority." + row.priority().code()));
            cells.add(row.clock() == null ? null : row.clock().due());
            for (var column : lens.shown()) cells.add(cell(column, row));
            return cells;
        }

        private @Nullable Object cell(Column column, TicketRow row) {
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
}
