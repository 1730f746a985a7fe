package dev.qiao.ticket.web;

import dev.qiao.base.web.Page;
import dev.qiao.base.web.Surround;
import dev.qiao.base.web.Templates;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.web.help.Follows;
import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** An act's form stands where one writes on its ticket, whichever way it was asked for. */
@Component
class ActSurround implements Surround {
    private static final Pattern FORM = Pattern.compile("/tickets/(\\d+)/(?:[\\w/-]+/)?(?:new|edit)");

    private final Tickets tickets;
    private final TicketPages desk;
    private final Follows help;
    private final Templates templates;

    ActSurround(Tickets tickets, TicketPages desk, Follows help, Templates templates) {
        this.tickets = tickets;
        this.desk = desk;
        this.help = help;
        this.templates = templates;
    }

    @Override
    public Optional<String> around(String path, Content part, Page page) {
        var form = FORM.matcher(path);
        if (page.me() == null || !form.matches()) return Optional.empty();
        var ticket = tickets.find(Long.parseLong(form.group(1)), page.reader());
        boolean desk = page.reader().worksHere();
        return Optional.of(templates.render(
                desk ? "ticket/web/show" : "ticket/web/help/show",
                Map.of(
                        "page", page,
                        "ticket", desk ? this.desk.of(ticket, page) : help.page(ticket, page),
                        "dock", part)));
    }
}
