package dev.qiao.people.draft.web;

import dev.qiao.base.Menu;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Whereabouts;
import dev.qiao.people.draft.Begun;
import dev.qiao.people.draft.Drafts;
import dev.qiao.people.draft.Origins;
import dev.qiao.people.draft.Origins.Origin;
import dev.qiao.people.draft.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What waits to be sent, with where it belongs. */
@Component
class Waiting {
    private final Drafts drafts;
    private final ObjectProvider<Origins> rooms;

    Waiting(Drafts drafts, ObjectProvider<Origins> rooms) {
        this.drafts = drafts;
        this.rooms = rooms;
    }

    /** The newest first. */
    List<UnsentLine> of(Page page) {
        var all = drafts.all(page.reader());
        var only = all.stream().map(Begun::draft).toList();
        var known = new HashMap<String, Origin>();
        rooms.stream().forEach(room -> known.putAll(room.of(only, page)));
        return all.stream()
                .map(begun -> {
                    var origin = known.get(begun.draft().name());
                    return new UnsentLine(begun, origin == null ? elsewhere(begun, page) : origin);
                })
                .toList();
    }

    /** Of what no room knows better: the page as it was then. */
    private static Origin elsewhere(Begun begun, Page page) {
        var at = begun.page().isEmpty() ? begun.draft().name() : begun.page();
        var menu = Stream.concat(page.menus().stream(), page.administration().stream())
                .filter(one -> Page.within(at.replaceFirst("[?#].*", ""), one.path()))
                .max(Comparator.comparingInt(one -> one.path().length()));
        var head = menu.map(Menu::key).map(page::t);
        var about = begun.about().isEmpty() ? head.orElse(page.t("people.draft.form")) : begun.about();
        return new Origin(
                about,
                head.filter(word -> !word.equals(about)).orElse(null),
                begun.page().isEmpty() ? menu.map(Menu::path).orElse(null) : Whereabouts.ours(begun.page()),
                Words.of(begun.draft().fields(), page));
    }
}
