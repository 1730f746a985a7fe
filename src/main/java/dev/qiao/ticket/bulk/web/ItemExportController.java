package dev.qiao.ticket.bulk.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Exports;
import dev.qiao.base.sheet.Format;
import dev.qiao.base.sheet.Sheet;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Rights;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of each ticket of a bulk act, as a file. */
@Controller
@RequestMapping("/bulk/{id:\\d+}/export")
@Needs(Permission.TICKET_WORK)
class ItemExportController {
    private static final int PAGE = 500;

    private final Bulks bulks;
    private final ItemRows rows;
    private final Rights rights;
    private final Exports exports;

    ItemExportController(Bulks bulks, ItemRows rows, Rights rights, Exports exports) {
        this.bulks = bulks;
        this.rows = rows;
        this.rights = rights;
        this.exports = exports;
    }

    @GetMapping
    void index(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String as,
            Me me,
            Page page,
            HttpServletResponse response)
            throws IOException {
        var bulk = bulks.find(id, me);
        var view = new BulkView(bulk, bulks.progress(bulk), false, null);
        var heads = List.of(
                page.t("ticket.number"),
                page.t("ticket.title"),
                page.t("ticket.bulk.outcome"),
                page.t("ticket.bulk.why"));
        var sheet = new Sheet(view.title(page), heads, new Walk(view, ItemController.fate(outcome), me, page));
        exports.write(sheet, Coded.of(Format.class, "format", format), as, page, response);
    }

    /** Page after page, each with the rights that the person has by then. */
    private final class Walk implements Sheet.Source {
        private final BulkView bulk;
        private final @Nullable Fate fate;
        private final Me asker;
        private final Page page;
        private @Nullable Integer after = 0;

        Walk(BulkView bulk, @Nullable Fate fate, Me asker, Page page) {
            this.bulk = bulk;
            this.fate = fate;
            this.asker = asker;
            this.page = page;
        }

        @Override
        public Optional<List<List<@Nullable Object>>> next() {
            var me = rights.of(asker.id()).filter(them -> them.may(Permission.TICKET_WORK));
            if (after == null || me.isEmpty()) return Optional.empty();
            var listed = rows.of(bulk, fate, after, PAGE, me.get(), page);
            after = listed.next();
            return Optional.of(listed.rows().stream()
                    .map(row -> Arrays.<@Nullable Object>asList(row.number(), row.title(), row.word(), row.why()))
                    .toList());
        }
    }
}
