package dev.qiao.ticket.form.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.FormVersion;
import dev.qiao.ticket.web.crossing.Changers;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing what a ticket answers, on the version that asked. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/answers")
@Needs(Permission.TICKET_WORK)
class AnswerController {
    private final Tickets tickets;
    private final Answers answers;
    private final AskedViews views;
    private final Changers changers;
    private final InstantSource clock;

    AnswerController(Tickets tickets, Answers answers, AskedViews views, Changers changers, InstantSource clock) {
        this.tickets = tickets;
        this.answers = answers;
        this.views = views;
        this.changers = changers;
        this.clock = clock;
    }

    @GetMapping("/edit")
    String edit(@PathVariable long number, Me me, Page page, Model model) {
        var ticket = tickets.find(number, me);
        var answered = answers.of(ticket);
        var typed = answered.map(answers::typed).orElse(Map.of());
        model.addAttribute("number", number);
        model.addAttribute("who", changers.of(ticket, page));
        model.addAttribute("shown", answers.mark(answered));
        model.addAttribute("asked", views.of(asked(number, me), typed, answers.files(List.of(number), me)));
        return "ticket/form/web/answers";
    }

    /** What is not sent is emptied: a page sends all that it shows. */
    @PostMapping
    String update(
            @PathVariable long number,
            @RequestParam String shown,
            @RequestParam MultiValueMap<String, String> sent,
            Me me,
            Page page,
            HttpServletResponse response) {
        var given = new LinkedHashMap<String, List<String>>();
        asked(number, me).definition().fields().forEach(field -> given.put(field.code(), List.of()));
        given.putAll(AskedViews.given(sent));
        answers.change(number, shown, given, me, clock.instant());
        Toast.of(page.t("ticket.saved", number))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }

    private FormVersion asked(long number, Me me) {
        return answers.asked(tickets.find(number, me))
                .orElseThrow(() -> Refused.conflict("ticket.form.nothing_asked", number));
    }
}
