package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answering the desk, with files. */
@Controller
@Needs
class CommentController {
    private final Conversation conversation;
    private final InstantSource clock;

    CommentController(Conversation conversation, InstantSource clock) {
        this.conversation = conversation;
        this.clock = clock;
    }

    /** Files without words are an answer too. */
    @PostMapping("/my/{number:\\d+}/comments")
    String create(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "file", required = false) @Nullable List<UUID> files,
            Me me,
            Page page) {
        var sent = Objects.requireNonNullElse(files, List.<UUID>of());
        var said = text.isBlank() && !sent.isEmpty() ? page.t("ticket.help_see_files") : text;
        conversation.say(number, said, Audience.PUBLIC, sent, me, clock.instant());
        return "redirect:/my/" + number;
    }
}
