package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Etag;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Patch;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.view.Counts;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Lenses;
import dev.qiao.ticket.view.SavedView;
import dev.qiao.ticket.view.SavedViews;
import dev.qiao.ticket.view.ViewDraft;
import dev.qiao.ticket.web.References;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views: lists of tickets under a name, one's own and one's teams'. */
@RestController
@RequestMapping("/api/v1/views")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class ViewApi {
    /**
     * A view.
     *
     * @param query what it shows, as it stands behind {@code /tickets?}
     * @param team whose it is; null: a person's own
     * @param count how many tickets it has of those that the caller may see; null while nobody has counted
     * @param more whether there are more than that
     */
    record ViewJson(
            long id,
            String name,
            String query,
            @Nullable Ref team,
            boolean shared,
            @Nullable Integer count,
            boolean more) {}

    /** A view to be saved. */
    record NewView(
            @Nullable String name,
            @Nullable String query,
            @Nullable String team,
            @Nullable Boolean shared) {}

    private final SavedViews views;
    private final Lenses lenses;
    private final Counts counts;
    private final Queue queue;
    private final Teams teams;
    private final References references;
    private final Telling telling;
    private final InstantSource clock;

    ViewApi(
            SavedViews views,
            Lenses lenses,
            Counts counts,
            Queue queue,
            Teams teams,
            References references,
            Telling telling,
            InstantSource clock) {
        this.views = views;
        this.lenses = lenses;
        this.counts = counts;
        this.queue = queue;
        this.teams = teams;
        this.references = references;
        this.telling = telling;
        this.clock = clock;
    }

    /** All come at once: there are few. */
    @GetMapping
    Slice<ViewJson> index(Paging paging, Me me) {
        return paging.of(views.of(me).stream().map(view -> json(view, me)).toList(), "views");
    }

    /** A condition that is not understood is refused here, where a program wrote it; a page would say so and go on. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ViewJson> create(@RequestBody NewView body, Me me) {
        var draft = new ViewDraft(
                Objects.requireNonNullElse(body.name(), ""),
                lens(body.query() == null ? "" : body.query()),
                references.team("team", body.team()),
                Boolean.TRUE.equals(body.shared()));
        var view = views.save(draft, me, clock.instant());
        return ResponseEntity.created(URI.create("/api/v1/views/" + view.id()))
                .eTag(Etag.of(view.version()))
                .body(json(view, me));
    }

    @GetMapping("/{id}")
    ResponseEntity<ViewJson> show(@PathVariable long id, Me me) {
        return answer(find(id, me), me);
    }

    /** The tickets that it shows. */
    @GetMapping("/{id}/tickets")
    Slice<TicketJson> show(@PathVariable long id, Paging paging, Me me) {
        var lens = lenses.read(find(id, me).address());
        var list = "views." + id;
        var after = paging.after(list);
        var mark = after == null ? null : new Mark(after.number(2), after.instantOrNull(1), after.number(0));
        var page = queue.list(lens.filter(me), mark, paging.limit(), me, clock.instant());
        var next = page.next();
        return new Slice<>(
                telling.of(page.items(), me, clock.instant()),
                next == null ? null : Keyset.of(list, next.number(), next.at(), next.group()));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ViewJson> update(@PathVariable long id, @RequestBody Patch patch, IfMatch seen, Me me) {
        patch.only("name", "query", "team", "shared");
        var view = find(id, me);
        var team = patch.has("team") ? references.team("team", patch.textOrNull("team", null)) : view.team();
        var draft = new ViewDraft(
                patch.text("name", view.name()),
                lens(patch.text("query", view.address())),
                team,
                patch.value("shared", Boolean.class, view.shared()));
        return answer(views.change(id, seen.version(view::version), draft, me, clock.instant()), me);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, Me me) {
        views.remove(id, me, clock.instant());
    }

    private SavedView find(long id, Me me) {
        return views.find(id, me).orElseThrow(() -> Refused.notFound("ticket.saved.no_such", Long.toString(id)));
    }

    private Lens lens(String query) {
        var lens = lenses.read(query);
        if (!lens.strange().isEmpty())
            throw Refused.invalid("query", "ticket.saved.strange", String.join("; ", lens.strange()));
        return lens;
    }

    private ResponseEntity<ViewJson> answer(SavedView view, Me me) {
        return ResponseEntity.ok().eTag(Etag.of(view.version())).body(json(view, me));
    }

    private ViewJson json(SavedView view, Me me) {
        var lens = lenses.read(view.address());
        var count = counts.of(lens, me, clock.instant());
        var team = view.team() == null
                ? null
                : teams.find(view.team()).map(t -> new Ref(t.code(), t.name())).orElse(null);
        return new ViewJson(
                view.id(),
                view.name(),
                lens.address(),
                team,
                view.shared(),
                count.map(Queue.Count::number).orElse(null),
                count.map(Queue.Count::more).orElse(false));
    }
}
