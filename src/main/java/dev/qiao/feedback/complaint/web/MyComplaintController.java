package dev.qiao.feedback.complaint.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.feedback.complaint.Complaint;
import dev.qiao.feedback.complaint.Complaint.Cause;
import dev.qiao.feedback.complaint.ComplaintDraft;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.sla.Clock;
import dev.qiao.ticket.Tickets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Complaints as those see them who made them. */
@Controller
@RequestMapping("/my/complaints")
@Needs(Permission.REQUEST)
class MyComplaintController {
    private final Complaints complaints;
    private final Tickets tickets;
    private final InstantSource clock;

    MyComplaintController(Complaints complaints, Tickets tickets, InstantSource clock) {
        this.complaints = complaints;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping
    String index(Me me, Model model) {
        model.addAttribute("mine", complaints.mine(me));
        return "feedback/complaint/web/mine";
    }

    @GetMapping("/new")
    String form(@RequestParam(required = false) @Nullable Long ticket, Me me, Page page, Model model) {
        model.addAttribute("ticket", ticket == null ? null : tickets.find(ticket, me));
        model.addAttribute("causes", ComplaintController.causes(page));
        return "feedback/complaint/web/mine_new";
    }

    @PostMapping
    String create(
            @RequestParam(required = false) @Nullable Long ticket,
            @RequestParam(required = false) @Nullable Cause cause,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String words,
            Me me) {
        var draft = new ComplaintDraft(ticket, null, null, null, cause, title, words);
        return "redirect:/my/complaints/"
                + complaints.open(draft, me, clock.instant()).number();
    }

    @GetMapping("/{number:\\d+}")
    String show(@PathVariable long number, Me me, Model model) {
        var complaint = complaints.mine(number, me);
        model.addAttribute("complaint", complaint);
        model.addAttribute("due", due(complaint));
        model.addAttribute(
                "steps",
                complaints.steps(complaint, me).stream()
                        .filter(step -> step.kind().told)
                        .toList());
        return "feedback/complaint/web/mine_show";
    }

    private java.time.@Nullable Instant due(Complaint complaint) {
        return complaints.clocks(List.of(complaint)).getOrDefault(complaint.number(), List.of()).stream()
                .filter(c -> !c.stopped())
                .map(Clock::dueAt)
                .findFirst()
                .orElse(null);
    }
}
