package dev.qiao.ticket.web;

import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Attachment;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files on their way out: to be kept, never to be shown as a page of ours. */
public final class Downloads {
    private Downloads() {}

    public static ResponseEntity<InputStreamResource> of(Attachment file, Conversation conversation) {
        var kept = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.bytes())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", kept.toString())
                .body(new InputStreamResource(conversation.open(file)));
    }
}
