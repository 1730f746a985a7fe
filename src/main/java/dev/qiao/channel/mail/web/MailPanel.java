package dev.qiao.channel.mail.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.channel.mail.Mails;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What came by mail on a ticket, beside it; above all what could not be delivered. */
@Component
class MailPanel implements Panel {
    private final Mails mails;
    private final Tickets tickets;

    MailPanel(Mails mails, Tickets tickets) {
        this.mails = mails;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 260;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.worksHere()) return Optional.empty();
        var lines = mails.of(tickets.find(subject, me), me).stream()
                .map(mail -> new MailLine(mail, ""))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fragment("channel/mail/web/panel", Map.of("lines", lines)));
    }
}
