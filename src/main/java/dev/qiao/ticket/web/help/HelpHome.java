package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Templates;
import dev.qiao.ticket.HelpPages;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import gg.jte.Content;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where somebody starts who wants help: a box to report in, and what is being done for them. */
@Component
public class HelpHome {
    private static final int CARDS = 3;
    private static final int ROWS = 5;
    private static final Filter OPEN =
            Filter.of(View.REPORTED).stages(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD);
    private static final Filter RESOLVED = Filter.of(View.REPORTED).stages(Stage.Name.RESOLVED);

    /**
     * What the page shows.
     *
     * @param name as one calls this person
     * @param cards open tickets, the nearest promise first
     * @param more whether there are further ones
     * @param resolved what waits for their word
     */
    public record Model(
            String name,
            ReportView report,
            List<FollowCard> cards,
            boolean more,
            List<MyRow> resolved,
            List<Content> panels) {}

    private final Queue queue;
    private final ReportViews reports;
    private final Follows follows;
    private final Templates templates;

    HelpHome(Queue queue, ReportViews reports, Follows follows, Templates templates) {
        this.queue = queue;
        this.reports = reports;
        this.follows = follows;
        this.templates = templates;
    }

    public Model of(Me me, Page page) {
        var open = queue.list(OPEN, null, CARDS, me, page.now());
        var resolved = queue.list(RESOLVED, null, ROWS, me, page.now()).items();
        return new Model(
                Names.called(me.name()),
                reports.blank(null, null, page),
                follows.cards(open.items(), page),
                open.next() != null,
                follows.rows(resolved, page),
                templates.panels(HelpPages.HOME, me.id(), page));
    }
}
