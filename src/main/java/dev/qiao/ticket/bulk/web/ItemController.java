package dev.qiao.ticket.bulk.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of each ticket of a bulk act, page after page. */
@Controller
@RequestMapping("/bulk/{id:\\d+}/items")
@Needs(Permission.TICKET_WORK)
class ItemController {
    private final Bulks bulks;
    private final ItemRows rows;

    ItemController(Bulks bulks, ItemRows rows) {
        this.bulks = bulks;
        this.rows = rows;
    }

    @GetMapping
    String index(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "0") int after,
            Me me,
            Page page,
            Model model) {
        var bulk = bulks.find(id, me);
        var view = new BulkView(bulk, bulks.progress(bulk), false, null);
        var fate = fate(outcome);
        var listed = rows.of(view, fate, after, ItemRows.PAGE, me, page);
        model.addAttribute("rows", listed.rows());
        model.addAttribute("next", next(id, fate, listed.next()));
        return "ticket/bulk/web/items";
    }

    /** Empty: whatever became of them. Errors: an outcome that is none. */
    static @Nullable Fate fate(String outcome) {
        return outcome.isEmpty() ? null : Coded.of(Fate.class, "outcome", outcome);
    }

    static @Nullable String next(long id, @Nullable Fate fate, @Nullable Integer after) {
        if (after == null) return null;
        return "/bulk/" + id + "/items?after=" + after + (fate == null ? "" : "&outcome=" + fate.code());
    }
}
