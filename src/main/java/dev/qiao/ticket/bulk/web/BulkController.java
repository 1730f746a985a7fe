package dev.qiao.ticket.bulk.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.bulk.Bulk;
import dev.qiao.ticket.bulk.Bulks;
import dev.qiao.ticket.view.Lenses;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One act on many tickets: what is chosen in a list, or the whole list. */
@Controller
@RequestMapping("/bulk")
@Needs(Permission.TICKET_WORK)
class BulkController {
    private static final int SHOWN = 200;
    private static final int PAGE = 500;

    private final Bulks bulks;
    private final Queue queue;
    private final Lenses lenses;
    private final OrderChoices choices;
    private final ItemRows rows;
    private final InstantSource clock;

    BulkController(Bulks bulks, Queue queue, Lenses lenses, OrderChoices choices, ItemRows rows, InstantSource clock) {
        this.bulks = bulks;
        this.queue = queue;
        this.lenses = lenses;
        this.choices = choices;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping
    String index(Me me, Page page, Model model) {
        var mine = bulks.of(me, SHOWN);
        var progress = bulks.progress(mine);
        model.addAttribute(
                "lines",
                mine.stream()
                        .map(bulk -> new BulkView(bulk, Objects.requireNonNull(progress.get(bulk.id())), false, null))
                        .toList());
        return "ticket/bulk/web/index";
    }

    @GetMapping("/new")
    String form(
            OrderForm form,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(name = "number", required = false) @Nullable List<Long> numbers,
            @RequestParam(defaultValue = "false") boolean whole,
            Me me,
            Page page,
            Model model) {
        var chosen = chosen(list, numbers, whole, me, page.now());
        if (chosen.isEmpty()) throw Refused.invalid("number", "ticket.bulk.nothing");
        model.addAttribute("deed", form.deed().code());
        model.addAttribute("count", chosen.size());
        model.addAttribute("numbers", whole ? List.of() : chosen);
        model.addAttribute(
                "newest", chosen.stream().mapToLong(Long::longValue).max().orElse(0));
        model.addAttribute("list", list);
        model.addAttribute("choices", choices.of(page));
        return "ticket/bulk/web/new";
    }

    @PostMapping
    String create(
            OrderForm form,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(name = "number", required = false) @Nullable List<Long> numbers,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "0") int count,
            @RequestParam(defaultValue = "0") long newest,
            Me me) {
        var now = clock.instant();
        var all = chosen(list, numbers, whole, me, now).stream()
                .filter(number -> !whole || number <= newest)
                .toList();
        if (whole && all.size() > count) throw Refused.conflict("ticket.bulk.grown", count, all.size());
        var bulk = bulks.start(form.order(me.zone()), all, me, now);
        return "redirect:/bulk/" + bulk.id();
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String outcome, Me me, Page page, Model model) {
        var bulk = bulks.find(id, me);
        var fate = ItemController.fate(outcome);
        var undoneBy = bulks.undoneBy(bulk).orElse(null);
        var view = new BulkView(bulk, bulks.progress(bulk), bulks.reversible(bulk, page.now()), undoneBy);
        var listed = rows.of(view, fate, 0, ItemRows.PAGE, me, page);
        model.addAttribute("bulk", view);
        model.addAttribute("fate", fate);
        model.addAttribute("rows", listed.rows());
        model.addAttribute("next", ItemController.next(id, fate, listed.next()));
        return "ticket/bulk/web/show";
    }

    @DeleteMapping("/{id:\\d+}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        Bulk bulk = bulks.cancel(id, me, clock.instant());
        Toast.of(page.t("ticket.bulk.cancelled", bulks.progress(bulk).done())).on(response);
        return "redirect:/bulk/" + id;
    }

    /** A whole list is what this person sees of it now. */
    private List<Long> chosen(String list, @Nullable List<Long> numbers, boolean whole, Me me, Instant now) {
        if (!whole)
            return Objects.requireNonNullElse(numbers, List.<Long>of()).stream()
                    .distinct()
                    .toList();
        var filter = lenses.read(list).filter(me);
        var all = new ArrayList<Long>();
        @Nullable Mark mark = null;
        do {
            var listed = queue.list(filter, mark, PAGE, me, now);
            listed.items().stream().map(Ticket::number).forEach(all::add);
            mark = listed.next();
        } while (mark != null && all.size() <= Bulks.MOST);
        return List.copyOf(all);
    }
}
