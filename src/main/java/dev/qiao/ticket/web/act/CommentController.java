package dev.qiao.ticket.web.act;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.api.Idempotency;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.talk.Hearers;
import dev.qiao.ticket.web.crossing.Crossings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying something on a ticket, with the files that were put in before. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/comments")
@Needs
class CommentController {
    private final Tickets tickets;
    private final Conversation conversation;
    private final Crossings crossings;
    private final Idempotency idempotency;
    private final InstantSource clock;

    CommentController(
            Tickets tickets,
            Conversation conversation,
            Crossings crossings,
            Idempotency idempotency,
            InstantSource clock) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.crossings = crossings;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "public") String audience,
            @RequestParam(name = "file", required = false) @Nullable List<UUID> files,
            @RequestParam(required = false) @Nullable Long seen,
            @RequestParam(required = false) @Nullable UUID once,
            Me me,
            Page page,
            Model model,
            HttpServletResponse response) {
        var to = Coded.of(Hearers.class, "audience", audience).audience();
        var sent = Objects.requireNonNullElse(files, List.<UUID>of());
        var form = Idempotency.form(me, once, number, to, text, sent);
        if (idempotency.done(form)) return "redirect:/tickets/" + number;
        var crossed = crossings.of(tickets.find(number, me), seen, page);
        if (!crossed.isEmpty()) return Crossings.tell(crossed, model, response);
        idempotency.once(form, () -> conversation.say(number, text, to, sent, seen, me, clock.instant()));
        return "redirect:/tickets/" + number;
    }
}
