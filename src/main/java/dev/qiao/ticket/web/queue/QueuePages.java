package dev.qiao.ticket.web.queue;

import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Queue.Listed;
import dev.qiao.ticket.view.SavedView;
import dev.qiao.ticket.view.SavedViews;
import dev.qiao.ticket.web.TicketRows;
import dev.qiao.ticket.web.queue.QueuePage.Saved;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the queue's page shows around its rows. */
@Component
class QueuePages {
    private final TicketRows rows;
    private final ViewTabs tabs;
    private final ConditionPages conditions;
    private final SavedViews views;
    private final People people;
    private final Teams teams;

    QueuePages(
            TicketRows rows, ViewTabs tabs, ConditionPages conditions, SavedViews views, People people, Teams teams) {
        this.rows = rows;
        this.tabs = tabs;
        this.conditions = conditions;
        this.views = views;
        this.people = people;
        this.teams = teams;
    }

    QueuePage of(QueueQuery query, Listed listed, Page page) {
        boolean further = query.mark() != null;
        var next = listed.next();
        var lens = query.lens();
        return new QueuePage(
                query.saved() != null
                        ? query.saved().name()
                        : page.t("ticket.view." + lens.view().code()),
                query,
                further ? null : tabs.of(query, page),
                further ? Conditions.none(query) : conditions.of(query, page),
                rows.of(listed.items(), page),
                next == null ? null : query.path(next),
                saved(query, page),
                further ? List.of() : teams(query.saved(), page),
                further ? List.of() : views.removed(page.reader(), page.now()),
                lens.filter(page.reader()).open(),
                lens.words() != null);
    }

    private @Nullable Saved saved(QueueQuery query, Page page) {
        var view = query.saved();
        if (view == null) return null;
        var owner = view.owner();
        var left = owner != null && views.orphaned(view)
                ? people.find(owner).map(Person::name).orElse("#" + owner)
                : null;
        return new Saved(
                view.id(),
                view.version(),
                view.name(),
                view.team(),
                view.shared(),
                query.changed(),
                views.owns(view, page.reader()),
                left);
    }

    /** Whose the view can be: one's own, or a team's that one is in; whoever changes another team's view leaves it theirs. */
    private List<Choice> teams(@Nullable SavedView view, Page page) {
        var possible = new TreeSet<>(page.reader().teams());
        if (view != null && view.team() != null && views.owns(view, page.reader())) possible.add(view.team());
        return teams.of(possible).values().stream()
                .map(team -> new Choice(Long.toString(team.id()), page.t("ticket.saved.for_team", team.name())))
                .toList();
    }
}
