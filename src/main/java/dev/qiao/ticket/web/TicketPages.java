package dev.qiao.ticket.web;

import dev.qiao.base.web.DeckView;
import dev.qiao.base.web.Markdown;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Templates;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.sla.Clock;
import dev.qiao.sla.Clocks;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketCommented;
import dev.qiao.ticket.TicketHistory.Event;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.presence.web.Company;
import dev.qiao.ticket.talk.Stretch;
import dev.qiao.ticket.web.excerpt.Excerpt;
import dev.qiao.ticket.web.excerpt.Excerpts;
import dev.qiao.ticket.web.left.LeftWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the desk's page of one ticket shows. */
@Component
public class TicketPages {
    private final Tickets tickets;
    private final Conversation conversation;
    private final Excerpts excerpts;
    private final Clocks clocks;
    private final Teams teams;
    private final Participants participants;
    private final Faces faces;
    private final TicketFacts facts;
    private final Story story;
    private final Merges merges;
    private final Templates templates;
    private final Company company;
    private final LeftWords left;

    TicketPages(
            Tickets tickets,
            Conversation conversation,
            Excerpts excerpts,
            Clocks clocks,
            Teams teams,
            Participants participants,
            Faces faces,
            TicketFacts facts,
            Story story,
            Merges merges,
            Templates templates,
            Company company,
            LeftWords left) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.excerpts = excerpts;
        this.clocks = clocks;
        this.teams = teams;
        this.participants = participants;
        this.faces = faces;
        this.facts = facts;
        this.story = story;
        this.merges = merges;
        this.templates = templates;
        this.company = company;
        this.left = left;
    }

    public TicketPage of(Ticket t, Page page) {
        return of(t, Stretch.ALL, page);
    }

    /** @param asked what of the conversation; of much only the newest is shown at once */
    TicketPage of(Ticket t, Stretch asked, Page page) {
        var me = page.reader();
        var within = merges.within(t, me);
        var excerpt = excerpts.of(t, Merges.read(t, within), asked, me);
        var events = excerpt.events();
        var watchers = participants.of(Tickets.KIND, t.number()).stream()
                .filter(p -> p.role().equals("watcher"))
                .map(Participant::person)
                .toList();
        var album = faces.of(people(t, within, excerpt), page);
        var running = clocks.of(Tickets.KIND, List.of(t.number())).getOrDefault(t.number(), List.of());
        var team = t.place().team();
        var allowed = tickets.allowed(t, me, page.now());
        return new TicketPage(
                t.number(),
                t.version(),
                t.matter().title(),
                t.matter().kind(),
                t.weight().priority(),
                t.stage().name(),
                t.matter().restricted(),
                album.of(t.matter().requester()).vip(t.matter().vip()),
                album.of(t.place().person()),
                team == null ? null : teams.find(team).map(Team::name).orElse(null),
                allowed,
                TicketRows.clock(t, running, page),
                running.stream().map(clock -> promise(clock, t, page)).toList(),
                facts.of(t, album, page),
                talk(t, within, excerpt, album, page),
                excerpt,
                events.stream().map(event -> story.line(event, album, page)).toList(),
                templates.panels(Tickets.KIND, t.number(), page),
                watchers.contains(me.id()),
                watchers.size(),
                company.of(t.number(), page),
                left.of(t, "/tickets/" + t.number(), allowed, page));
    }

    /** What was said, and between it the steps that belong into the story; what happened at once stands in the order of the journal. */
    private List<Utterance> talk(Ticket t, List<Ticket> within, Excerpt excerpt, Faces.Album album, Page page) {
        var files = conversation.files(Merges.read(t, within), excerpt.comments(), page.reader());
        Map<Long, List<Utterance.Attached>> byComment = files.stream()
                .filter(file -> file.comment() != null)
                .collect(Collectors.groupingBy(
                        file -> file.comment(), Collectors.mapping(Story::attached, Collectors.toList())));
        var talk = new ArrayList<Utterance>();
        var spoken = new LinkedHashMap<Long, Utterance>();
        talk.add(story.first(t, null, files, album, page));
        for (var merged : within) {
            talk.add(story.first(merged, page.t("ticket.merge.from", merged.number()), files, album, page));
        }
        for (var comment : excerpt.comments()) {
            var say = new Utterance.Say(
                    comment.id(),
                    album.of(comment.author()),
                    comment.at(),
                    comment.audience() == Audience.INTERNAL,
                    Markdown.html(comment.text()),
                    comment.number() == t.number() ? null : page.t("ticket.merge.from", comment.number()),
                    byComment.getOrDefault(comment.id(), List.of()));
            spoken.put(comment.id(), say);
        }
        for (var event : excerpt.events()) {
            story.step(event, album, page).ifPresent(talk::add);
            var said = spoken.remove(comment(event));
            if (said != null) talk.add(said);
        }
        talk.addAll(spoken.values());
        talk.removeIf(utterance -> !excerpt.shown().holds(utterance.at()));
        talk.sort(Comparator.comparing(Utterance::at));
        return List.copyOf(talk);
    }

    private static long comment(Event event) {
        var entry = event.entry();
        return entry.is(TicketCommented.class) ? entry.as(TicketCommented.class).comment() : 0;
    }

    private PromiseView promise(Clock clock, Ticket t, Page page) {
        var view = TicketRows.view(clock, t, page);
        if (clock.stopped()) return new PromiseView(clock.metric().code(), view, null, null);
        var spans = clocks.explain(Tickets.KIND, t.number(), clock.metric(), page.now()).stream()
                .map(span -> span.shown(page.lang()))
                .toList();
        var agreement = page.t("ticket.by_agreement", clock.terms().name());
        return new PromiseView(clock.metric().code(), view, new DeckView(spans, view, clock.dueAt()), agreement);
    }

    private static List<@Nullable Long> people(Ticket t, List<Ticket> within, Excerpt excerpt) {
        var ids = new ArrayList<@Nullable Long>();
        within.forEach(merged -> ids.add(merged.matter().reporter()));
        ids.add(t.matter().requester());
        ids.add(t.matter().reporter());
        ids.add(t.place().person());
        excerpt.comments().forEach(comment -> ids.add(comment.author()));
        excerpt.events().forEach(event -> ids.add(event.entry().actor()));
        excerpt.events().forEach(event -> ids.addAll(Story.named(event)));
        return ids;
    }
}
