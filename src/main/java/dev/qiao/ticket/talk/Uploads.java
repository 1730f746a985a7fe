package dev.qiao.ticket.talk;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Attachment;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for a file that comes alone and whole, as programs send it. */
@Component
public class Uploads {
    private final Db db;
    private final Conversation conversation;

    Uploads(Db db, Conversation conversation) {
        this.db = db;
        this.conversation = conversation;
    }

    /** Puts a file on a ticket in one act: when the ticket refuses it, it was never kept. Errors: those of keeping and of attaching. */
    public Attachment put(
            long number, String name, @Nullable String type, InputStream bytes, Hearers to, Me me, Instant now) {
        return db.transact(() -> {
            var kept = conversation.keep(name, type, bytes, me, now);
            conversation.attach(number, List.of(kept.id()), to.audience(), me, now);
            return conversation.file(kept.id(), me);
        });
    }
}
