package dev.qiao.ticket.web.api;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Attachment;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.talk.Hearers;
import dev.qiao.ticket.talk.Uploads;
import dev.qiao.ticket.web.Arrived;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files on a ticket, sent as multipart/form-data in the field {@code file}. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/attachments")
@Needs({Permission.REQUEST, Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class AttachmentApi {
    record AttachmentJson(
            UUID id, String name, String type, long bytes, String sha256, Hearers audience, Instant at, String url) {
        static AttachmentJson of(Attachment a) {
            return new AttachmentJson(
                    a.id(),
                    a.name(),
                    a.type(),
                    a.bytes(),
                    a.sha256(),
                    Hearers.of(a.audience()),
                    a.at(),
                    "/api/v1/attachments/" + a.id());
        }
    }

    private final Conversation conversation;
    private final Uploads uploads;
    private final Tickets tickets;
    private final Merges merges;
    private final InstantSource clock;

    AttachmentApi(Conversation conversation, Uploads uploads, Tickets tickets, Merges merges, InstantSource clock) {
        this.conversation = conversation;
        this.uploads = uploads;
        this.tickets = tickets;
        this.merges = merges;
        this.clock = clock;
    }

    @GetMapping
    Slice<AttachmentJson> index(@PathVariable long number, Paging paging, Me me) {
        var files = conversation.files(merges.read(tickets.find(number, me), me), me);
        return paging.of(files.stream().map(AttachmentJson::of).toList(), "attachments");
    }

    @PostMapping
    @RequestBody(
            content =
                    @Content(
                            mediaType = "multipart/form-data",
                            schemaProperties =
                                    @SchemaProperty(
                                            name = "file",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentJson create(
            @PathVariable long number,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "public")
                    @Parameter(schema = @Schema(allowableValues = {"public", "internal"}))
                    String audience,
            Me me)
            throws IOException {
        var to = Coded.of(Hearers.class, "audience", audience);
        var arrived = Arrived.whole(file);
        tickets.find(number, me);
        try (var bytes = arrived.getInputStream()) {
            var name = Objects.requireNonNullElse(arrived.getOriginalFilename(), "");
            var kept = uploads.put(number, name, arrived.getContentType(), bytes, to, me, clock.instant());
            return AttachmentJson.of(kept);
        }
    }
}
