package dev.qiao.ticket.talk;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Attachment;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for files that come with a ticket, and for one that comes alone and whole, as programs send it. */
@Component
public class Uploads {
    private final Db db;
    private final Tickets tickets;
    private final Conversation conversation;

    Uploads(Db db, Tickets tickets, Conversation conversation) {
        this.db = db;
        this.tickets = tickets;
        this.conversation = conversation;
    }

    /** Opens a ticket with files that were kept for it. What is wrong with them is said before there is a ticket; sent again, it is the same. */
    public Ticket open(Draft draft, @Nullable List<UUID> files, Me me, Instant now) {
        if (files == null || files.isEmpty()) return tickets.open(draft, now);
        if (files.size() > Conversation.FILES_AT_ONCE)
            throw Refused.invalid("files", "ticket.too_many_files", Conversation.FILES_AT_ONCE);
        if (!files.stream().allMatch(id -> kept(id, me))) throw Refused.invalid("files", "ticket.no_file");
        var ticket = tickets.open(draft, now);
        boolean again = conversation.files(List.of(ticket.number()), me).stream()
                .map(Attachment::id)
                .anyMatch(files::contains);
        if (!again) conversation.attach(ticket.number(), files, Audience.PUBLIC, me, now);
        return ticket;
    }

    private boolean kept(UUID id, Me me) {
        try {
            return conversation.file(id, me).by() == me.id();
        } catch (Refused _) {
            return false;
        }
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
