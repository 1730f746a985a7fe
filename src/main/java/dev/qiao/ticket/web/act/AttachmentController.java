package dev.qiao.ticket.web.act;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Attachment;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.web.Arrived;
import dev.qiao.ticket.web.Downloads;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files: put in one by one before they are sent, and fetched again, never shown as a page of ours. */
@Controller
@Needs
class AttachmentController {
    private static final int MOST = 50;

    private final Conversation conversation;
    private final Merges merges;
    private final InstantSource clock;

    AttachmentController(Conversation conversation, Merges merges, InstantSource clock) {
        this.conversation = conversation;
        this.merges = merges;
        this.clock = clock;
    }

    /** Answers with a chip that names the file in the form. */
    @PostMapping({"/attachments", "/tickets/{number:\\d+}/attachments"})
    String create(@RequestParam(name = "file", required = false) @Nullable MultipartFile file, Me me, Model model)
            throws IOException {
        var arrived = Arrived.whole(file);
        var name = Objects.requireNonNullElse(arrived.getOriginalFilename(), "");
        try (var bytes = arrived.getInputStream()) {
            model.addAttribute("file", conversation.keep(name, arrived.getContentType(), bytes, me, clock.instant()));
        }
        return "ticket/web/act/chip";
    }

    /** Chips of files that were put in before the page was left. */
    @GetMapping("/attachments")
    String index(
            @RequestParam(defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "file") String name,
            Me me,
            Model model) {
        var asked = id.stream().distinct().limit(MOST).toList();
        var files = asked.stream().flatMap(one -> kept(one, me).stream()).toList();
        model.addAttribute("files", files);
        model.addAttribute("name", name);
        model.addAttribute("gone", asked.size() - files.size());
        return "ticket/web/act/chips";
    }

    private Optional<Attachment> kept(UUID id, Me me) {
        try {
            return Optional.of(conversation.file(id, me));
        } catch (Refused refused) {
            if (refused.status() == Refused.Status.NOT_FOUND) return Optional.empty();
            throw refused;
        }
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<InputStreamResource> show(@PathVariable UUID id, Me me) {
        var file = conversation.file(id, number -> merges.readWithin(number, me), me);
        return Downloads.of(file, conversation);
    }
}
