package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.api.Idempotency;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Tickets;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Answering the desk, with files. */
@Controller
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

    /** Files without words are an answer too. */
    @PostMapping("/my/{number:\\d+}/comments")
    String create(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "file", required = false) @Nullable List<UUID> files,
            @RequestParam(required = false) @Nullable Long seen,
            @RequestParam(required = false) @Nullable UUID once,
            Me me,
            Page page,
            Model model,
            HttpServletResponse response) {
        var sent = Objects.requireNonNullElse(files, List.<UUID>of());
        var form = Idempotency.form(me, once, number, text, sent);
        if (idempotency.done(form)) return "redirect:/my/" + number;
        var crossed = crossings.of(tickets.find(number, me), seen, page);
        if (!crossed.isEmpty()) return Crossings.tell(crossed, model, response);
        var said = text.isBlank() && !sent.isEmpty() ? page.t("ticket.help_see_files") : text;
        idempotency.once(form, () -> conversation.say(number, said, Audience.PUBLIC, sent, seen, me, clock.instant()));
        return "redirect:/my/" + number;
    }
}
