package dev.qiao.feedback.complaint.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.feedback.complaint.Causes;
import dev.qiao.feedback.complaint.Complaint;
import dev.qiao.feedback.complaint.Complaint.Cause;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.feedback.complaint.ComplaintDraft;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.complaint.Handling;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.sla.Metric;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Complaints at the desk: what they are about, and each with what was done. */
@Controller
@RequestMapping("/complaints")
@Needs(Permission.TICKET_WORK)
class ComplaintController {
    private final Complaints complaints;
    private final Handling handling;
    private final ComplaintRows rows;
    private final Tickets tickets;
    private final People people;
    private final Teams teams;
    private final InstantSource clock;

    ComplaintController(
            Complaints complaints,
            Handling handling,
            ComplaintRows rows,
            Tickets tickets,
            People people,
            Teams teams,
            InstantSource clock) {
        this.complaints = complaints;
        this.handling = handling;
        this.rows = rows;
        this.tickets = tickets;
        this.people = people;
        this.teams = teams;
        this.clock = clock;
    }

    /** What is owed; with {@code days} what was received in so many, which the figures are made of. */
    @GetMapping
    String index(
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(required = false) @Nullable Cause cause,
            @RequestParam(defaultValue = "") String only,
            Me me,
            Page page,
            Model model) {
        int span = days < 1 ? 90 : Math.min(days, 730);
        var now = clock.instant();
        var received = complaints.received(now.minus(Duration.ofDays(span)), now.plusSeconds(1), me);
        var open = complaints.open(me);
        boolean owed = days < 1;
        var clocks = complaints.clocks(received);
        var shown = (owed ? open : received)
                .stream()
                        .filter(c -> cause == null || c.cause() == cause)
                        .filter(c -> fits(c, only) && (!only.equals("late") || Causes.late(c, clocks, now)))
                        .toList();
        model.addAttribute("lines", Causes.of(received, clocks, now));
        model.addAttribute("rows", rows.of(shown, page));
        model.addAttribute("owed", owed);
        model.addAttribute("days", span);
        model.addAttribute("narrowed", cause != null || !only.isEmpty());
        return "feedback/complaint/web/index";
    }

    private static boolean fits(Complaint c, String only) {
        return switch (only) {
            case "open" -> c.open();
            case "justified" -> c.result() == Result.JUSTIFIED || c.result() == Result.PARTLY;
            case "judged" -> c.satisfied() != null;
            case "satisfied" -> Boolean.TRUE.equals(c.satisfied());
            default -> true;
        };
    }

    @GetMapping("/new")
    String form(@RequestParam(required = false) @Nullable Long ticket, Me me, Page page, Model model) {
        model.addAttribute("ticket", ticket == null ? null : tickets.find(ticket, me));
        model.addAttribute("causes", causes(page));
        model.addAttribute("teams", teams());
        return "feedback/complaint/web/new";
    }

    @PostMapping
    String create(
            @RequestParam(required = false) @Nullable Long ticket,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable Cause cause,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String words,
            Me me) {
        var draft = new ComplaintDraft(ticket, null, team, null, cause, title, words);
        return "redirect:/complaints/"
                + complaints.open(draft, me, clock.instant()).number();
    }

    @GetMapping("/{number:\\d+}")
    String show(@PathVariable long number, Me me, Page page, Model model) {
        var complaint = complaints.find(number, me);
        var clocks = complaints.clocks(List.of(complaint)).getOrDefault(number, List.of());
        var steps = complaints.steps(complaint, me);
        var mentioned = steps.stream()
                .flatMap(step -> java.util.stream.Stream.of(step.by(), step.person()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (complaint.against() != null) mentioned.add(complaint.against());
        var names = people.of(mentioned).values().stream().collect(Collectors.toMap(p -> p.id(), p -> p.name()));
        model.addAttribute("row", rows.of(List.of(complaint), page).getFirst());
        for (var metric : Metric.values())
            model.addAttribute(
                    metric.code(),
                    ComplaintRows.view(
                            clocks.stream()
                                    .filter(c -> c.metric() == metric)
                                    .findFirst()
                                    .orElse(null),
                            page.now()));
        model.addAttribute("steps", steps);
        model.addAttribute("names", names);
        model.addAttribute(
                "ticket",
                complaint.ticket() == null
                        ? null
                        : tickets.of(List.of(complaint.ticket()), me).stream()
                                .findFirst()
                                .orElse(null));
        model.addAttribute("takes", complaint.handler() == null && handling.mayTake(complaint, me));
        model.addAttribute("handles", complaint.open() && Objects.equals(complaint.handler(), me.id()));
        model.addAttribute("gives", complaint.open() && me.may(Permission.TICKET_DISPATCH));
        model.addAttribute(
                "asks",
                !complaint.open() && complaint.satisfied() == null && !Objects.equals(complaint.handler(), me.id()));
        model.addAttribute(
                "results",
                Arrays.stream(Result.values())
                        .map(r -> new Choice(r.code(), page.t("feedback.result." + r.code())))
                        .toList());
        model.addAttribute(
                "desk",
                people.able(Permission.TICKET_WORK).stream()
                        .filter(person -> !Objects.equals(person.id(), complaint.against())
                                && person.id() != complaint.complainer())
                        .limit(300)
                        .map(person -> new Choice(Long.toString(person.id()), person.name()))
                        .toList());
        return "feedback/complaint/web/show";
    }

    static List<Choice> causes(Page page) {
        return Arrays.stream(Cause.values())
                .map(cause -> new Choice(cause.code(), page.t("feedback.cause." + cause.code())))
                .toList();
    }

    private List<Choice> teams() {
        return teams.active().stream()
                .map((Team team) -> new Choice(Long.toString(team.id()), team.name()))
                .toList();
    }
}
