package dev.qiao.ticket.bulk.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Walk;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Rights;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulks;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
    private final Bulks bulks;
    private final ItemRows rows;
    private final Rights rights;

    ItemExportController(Bulks bulks, ItemRows rows, Rights rights) {
        this.bulks = bulks;
        this.rows = rows;
        this.rights = rights;
    }

    @GetMapping
    void index(@PathVariable long id, @RequestParam(defaultValue = "") String outcome, Me me, Page page, Export file)
            throws IOException {
        var bulk = bulks.find(id, me);
        var view = new BulkView(bulk, bulks.progress(bulk), false, null);
        var heads = List.of("ticket.number", "ticket.title", "ticket.bulk.outcome", "ticket.bulk.why");
        var fate = ItemController.fate(outcome);
        var walk = new Walk<Integer>(
                () -> rights.of(me.id()).filter(now -> now.may(Permission.TICKET_WORK)),
                (after, reader) -> some(view, fate, after, reader, page));
        file.write(view.title(page), heads, walk, page);
    }

    private Walk.Part<Integer> some(BulkView bulk, @Nullable Fate fate, @Nullable Integer after, Me me, Page page) {
        var listed = rows.of(bulk, fate, after == null ? 0 : after, Walk.PAGE, me, page);
        var cells = listed.rows().stream()
                .map(row -> Arrays.<@Nullable Object>asList(row.number(), row.title(), row.word(), row.why()))
                .toList();
        return new Walk.Part<>(cells, listed.next());
    }
}
