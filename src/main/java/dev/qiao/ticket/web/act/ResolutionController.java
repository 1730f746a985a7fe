package dev.qiao.ticket.web.act;

import static java.util.Objects.requireNonNullElse;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.link.Family;
import dev.qiao.ticket.web.Fields;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying how a ticket was solved. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/resolution")
@Needs(Permission.TICKET_WORK)
class ResolutionController {
    private final Tickets tickets;
    private final Family family;
    private final InstantSource clock;

    ResolutionController(Tickets tickets, Family family, InstantSource clock) {
        this.tickets = tickets;
        this.family = family;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Page page, Model model) {
        var ticket = tickets.find(number, me);
        model.addAttribute("number", number);
        model.addAttribute("children", family.open(ticket, me));
        model.addAttribute("codes", Fields.words("ticket.resolution.code.", Outcome.values(), page));
        model.addAttribute("causes", Fields.words("ticket.resolution.cause.", Cause.values(), page));
        model.addAttribute(
                "restoredAt", Fields.local(requireNonNullElse(ticket.times().restoredAt(), page.now()), page));
        return "ticket/web/act/resolution";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String solution,
            @RequestParam(required = false) @Nullable String restoredAt,
            @RequestParam(name = "child", required = false) @Nullable List<Long> children,
            Me me,
            Page page,
            HttpServletResponse response) {
        if (code == null || code.isBlank()) throw Refused.invalid("code", "ticket.choose_one");
        if (cause == null || cause.isBlank()) throw Refused.invalid("cause", "ticket.choose_one");
        var now = clock.instant();
        var outcome = Coded.of(Outcome.class, "code", code);
        var reason = Coded.of(Cause.class, "cause", cause);
        var restored = exact(Fields.moment("restoredAt", restoredAt, me.zone()), now);
        tickets.resolve(number, null, outcome, reason, solution, restored, me, now);
        var solved = children == null
                ? Family.Solved.NONE
                : family.resolve(number, children, outcome, reason, solution, restored, me, now);
        Toast.of(words(number, solved, page))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }

    private static String words(long number, Family.Solved solved, Page page) {
        if (!solved.left().isEmpty()) {
            var left =
                    solved.left().stream().map(l -> Long.toString(l.number())).toList();
            return page.t("ticket.family.some_left", number, String.join(page.t("base.comma"), left));
        }
        return solved.done().isEmpty()
                ? page.t("ticket.done.resolve", number)
                : page.t("ticket.family.done", number, solved.done().size());
    }

    /** The form knows minutes: this very minute means now. */
    private static @Nullable Instant exact(@Nullable Instant stated, Instant now) {
        return stated == null || stated.equals(now.truncatedTo(ChronoUnit.MINUTES)) ? null : stated;
    }
}
