package dev.qiao.ticket.web.queue;

import dev.qiao.base.web.Page;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Queue.Count;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.view.Counts;
import dev.qiao.ticket.view.Field;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.SavedView;
import dev.qiao.ticket.view.SavedViews;
import dev.qiao.ticket.view.Term.Is;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The views that somebody can go to, each with its remembered count: no page waits for one. */
@Component
class ViewTabs {
    private static final List<View> COMMON =
            List.of(View.OPEN, View.MINE, View.DUE, View.UNASSIGNED, View.ON_HOLD, View.VIP, View.RESOLVED, View.ALL);
    private static final int SOON = 800;
    private static final int LATER = 10_000;

    private final SavedViews views;
    private final Counts counts;
    private final Teams teams;

    ViewTabs(SavedViews views, Counts counts, Teams teams) {
        this.views = views;
        this.counts = counts;
        this.teams = teams;
    }

    ViewBar of(QueueQuery query, Page page) {
        var tabs = new ArrayList<ViewBar.Tab>();
        for (var view : COMMON) {
            var lens = Lens.of(view);
            tabs.add(tab(
                    view.code(),
                    page.t("ticket.view." + view.code()),
                    query.placed(lens.address()),
                    lens,
                    query,
                    page));
        }
        for (var team : teams.of(page.reader().teams()).values()) {
            var lens = Lens.of(View.OPEN).and(Is.of(Field.TEAM, team.id(), team.code()));
            tabs.add(tab("team" + team.id(), team.name(), query.placed(lens.address()), lens, query, page));
        }
        for (var view : views.of(page.reader())) tabs.add(saved(view, query, page));
        int again = tabs.stream().anyMatch(tab -> tab.count() == null && !uncounted(tab)) ? SOON : LATER;
        return new ViewBar(source(query), List.copyOf(tabs), again);
    }

    private static boolean uncounted(ViewBar.Tab tab) {
        return tab.id().equals(View.ALL.code()) || tab.id().equals(View.RESOLVED.code());
    }

    private ViewBar.Tab saved(SavedView view, QueueQuery query, Page page) {
        var team = view.team() == null
                ? null
                : teams.find(view.team()).map(Team::name).orElse(null);
        var label = team == null ? view.name() : page.t("ticket.saved.of_team", view.name(), team);
        boolean current = query.saved() != null && query.saved().id() == view.id();
        return new ViewBar.Tab(
                "saved" + view.id(),
                label,
                query.placed("saved=" + view.id()),
                counted(counts.of(view, page.reader(), page.now()), page),
                current,
                true);
    }

    private ViewBar.Tab tab(String id, String label, String path, Lens lens, QueueQuery query, Page page) {
        boolean counted = !id.equals(View.ALL.code()) && !id.equals(View.RESOLVED.code());
        boolean current = query.saved() == null && query.lens().address().equals(lens.address());
        return new ViewBar.Tab(
                id,
                label,
                path,
                counted ? counted(counts.of(lens, page.reader(), page.now()), page) : null,
                current,
                false);
    }

    private static @Nullable String counted(Optional<Count> count, Page page) {
        return count.map(known -> said(known, page)).orElse(null);
    }

    static String said(Count count, Page page) {
        return page.number(count.number()) + (count.more() ? "+" : "");
    }

    /** On other pages than the list the figures are those that are known. */
    private static String source(QueueQuery query) {
        if (!query.place().equals(QueueQuery.LIST)) return "";
        return query.path().replaceFirst("/tickets", "/tickets/views");
    }
}
