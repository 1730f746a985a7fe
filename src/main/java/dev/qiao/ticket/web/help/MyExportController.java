package dev.qiao.ticket.web.help;

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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own tickets as a file, as the list shows them. */
@Controller
@Needs(Permission.REQUEST)
class MyExportController {
    private static final int PAGE = 500;

    private final Queue queue;
    private final Follows follows;
    private final Rights rights;
    private final Exports exports;

    MyExportController(Queue queue, Follows follows, Rights rights, Exports exports) {
        this.queue = queue;
        this.follows = follows;
        this.rights = rights;
        this.exports = exports;
    }

    @GetMapping("/my/export")
    void index(
            MyQuery query,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String as,
            Me me,
            Page page,
            HttpServletResponse response)
            throws IOException {
        var heads = List.of(
                page.t("ticket.number"),
                page.t("ticket.title"),
                page.t("ticket.column.stage"),
                page.t("ticket.promise"),
                page.t("ticket.column.opened"));
        var sheet = new Sheet(page.t("ticket.help_mine"), heads, new Walk(query, me, page));
        exports.write(sheet, Coded.of(Format.class, "format", format), as, page, response);
    }

    /** Page after page, each with the rights that the person has by then. */
    private final class Walk implements Sheet.Source {
        private final MyQuery query;
        private final Me asker;
        private final Page page;
        private @Nullable Mark mark;
        private boolean over;

        Walk(MyQuery query, Me asker, Page page) {
            this.query = query;
            this.asker = asker;
            this.page = page;
        }

        @Override
        public Optional<List<List<@Nullable Object>>> next() {
            var me = over ? Optional.<Me>empty() : rights.of(asker.id());
            if (me.isEmpty()) return Optional.empty();
            var listed = queue.list(query.filter(), mark, PAGE, me.get(), page.now());
            mark = listed.next();
            over = mark == null;
            return Optional.of(follows.rows(listed.items(), page).stream()
                    .map(row -> Arrays.<@Nullable Object>asList(
                            row.number(), row.title(), row.word(), row.due(), row.openedAt()))
                    .toList());
        }
    }
}
