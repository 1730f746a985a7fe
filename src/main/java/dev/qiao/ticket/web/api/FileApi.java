package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.web.Downloads;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of an attachment. */
@RestController
@Needs({Permission.REQUEST, Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class FileApi {
    private final Conversation conversation;
    private final Merges merges;

    FileApi(Conversation conversation, Merges merges) {
        this.conversation = conversation;
        this.merges = merges;
    }

    @GetMapping("/api/v1/attachments/{id}")
    ResponseEntity<InputStreamResource> show(@PathVariable UUID id, Me me) {
        var file = conversation.file(id, number -> merges.readWithin(number, me), me);
        return Downloads.of(file, conversation);
    }
}
