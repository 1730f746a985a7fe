package dev.qiao.ticket.web.act;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying something on a ticket, with the files that were put in before. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/comments")
@Needs
class CommentController {
    private final Conversation conversation;
    private final InstantSource clock;

    CommentController(Conversation conversation, InstantSource clock) {
        this.conversation = conversation;
        this.clock = clock;
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "public") String audience,
            @RequestParam(name = "file", required = false) @Nullable List<UUID> files,
            Me me) {
        var to = Coded.of(Audience.class, "audience", audience);
        conversation.say(number, text, to, Objects.requireNonNullElse(files, List.of()), me, clock.instant());
        return "redirect:/tickets/" + number;
    }
}
