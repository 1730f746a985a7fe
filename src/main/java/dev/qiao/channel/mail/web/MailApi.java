package dev.qiao.channel.mail.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.mail.Mail;
import dev.qiao.channel.mail.Mails;
import dev.qiao.channel.mail.Mails.Wanted;
import dev.qiao.channel.mail.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mails that came, and what became of each. */
@Needs(Permission.ADMIN)
@RestController
@RequestMapping("/api/v1/mails")
class MailApi {
    private static final String LIST = "mails";

    /**
     * A mail as programs see it.
     *
     * @param bytes its length
     * @param outcome absent while it waits to be read
     * @param reason why, as the key of a message
     * @param ticket that it opened or belongs to
     * @param outside whether it was put down as a word from outside
     * @param undelivered to whom a mail of ours could not be delivered, as this one says
     */
    record Shown(
            long id,
            long mailbox,
            Instant receivedAt,
            String way,
            long bytes,
            String sender,
            String subject,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Instant settledAt,
            @Nullable Long ticket,
            boolean outside,
            @Nullable String undelivered) {}

    private final Mails mails;

    MailApi(Mails mails) {
        this.mails = mails;
    }

    /**
     * The newest first.
     *
     * @param outcome one of ticket, comment, bounce, auto_reply, rejected, quarantined; absent: any
     * @param mailbox absent: any
     */
    @GetMapping
    Slice<Shown> index(
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable Long mailbox,
            Paging paging,
            Me me) {
        var which = outcome == null ? null : Coded.of(Outcome.class, "outcome", outcome);
        var after = paging.after(LIST);
        var rows = mails.page(
                new Wanted(which, false, mailbox, after == null ? null : after.number(0)), paging.limit() + 1, me);
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.id()))
                .map(MailApi::shown);
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        return shown(mails.find(id, me));
    }

    private static Shown shown(Mail mail) {
        return new Shown(
                mail.id(),
                mail.mailbox(),
                mail.receivedAt(),
                mail.way().code(),
                mail.bytes(),
                mail.sender(),
                mail.subject(),
                mail.outcome() == null ? null : mail.outcome().code(),
                mail.reason() == null ? null : mail.reason().key(),
                mail.settledAt(),
                mail.number(),
                mail.outside(),
                mail.bounce() == null ? null : mail.bounce().recipient());
    }
}
