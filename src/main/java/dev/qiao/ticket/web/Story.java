package dev.qiao.ticket.web;

import dev.qiao.base.web.Markdown;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audience;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Conversation.Attachment;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact;
import dev.qiao.ticket.TicketFact.Handled;
import dev.qiao.ticket.TicketFact.TicketAbsorbed;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketAttached;
import dev.qiao.ticket.TicketFact.TicketCancelled;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.TicketFact.TicketCommented;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketHeld;
import dev.qiao.ticket.TicketFact.TicketMerged;
import dev.qiao.ticket.TicketFact.TicketNudged;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketRejoined;
import dev.qiao.ticket.TicketFact.TicketReleased;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketResumed;
import dev.qiao.ticket.TicketFact.TicketSplit;
import dev.qiao.ticket.TicketFact.TicketSplitOff;
import dev.qiao.ticket.TicketFact.TicketStrayed;
import dev.qiao.ticket.TicketFact.TicketTakenBack;
import dev.qiao.ticket.TicketFact.TicketUnanswered;
import dev.qiao.ticket.TicketFact.TicketUnmerged;
import dev.qiao.ticket.TicketFact.TicketUnwatched;
import dev.qiao.ticket.TicketFact.TicketWatched;
import dev.qiao.ticket.TicketFact.TicketWentLive;
import dev.qiao.ticket.TicketHistory.Event;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the entries of a ticket's history in words. */
@Component
public class Story {
    private final Teams teams;

    Story(Teams teams) {
        this.teams = teams;
    }

    /**
     * What was reported, as the first word of the conversation.
     *
     * @param from the ticket it comes from, where it goes on in another one; else null
     */
    Utterance.Say first(Ticket t, @Nullable String from, List<Attachment> files, Faces.Album album, Page page) {
        var m = t.matter();
        var text = m.description().isBlank() ? m.title() : m.description();
        var via = m.source() == Source.WEB
                ? null
                : page.t("ticket.source." + m.source().code());
        var loose = files.stream()
                .filter(file -> Objects.equals(file.number(), t.number()))
                .filter(file -> file.comment() == null && file.audience() == Audience.PUBLIC);
        return new Utterance.Say(
                from == null ? 0 : -t.number(),
                album.of(m.reporter()),
                t.times().openedAt(),
                false,
                Markdown.html(text),
                from == null ? via : from,
                loose.map(Story::attached).toList());
    }

    static Utterance.Attached attached(Attachment file) {
        boolean image = file.type().startsWith("image/");
        return new Utterance.Attached(file.name(), file.bytes(), "/attachments/" + file.id(), image);
    }

    /** People whom an entry names besides its actor. */
    public static List<@Nullable Long> named(Event event) {
        var fact = TicketFact.of(event.entry()).orElse(null);
        return switch (fact) {
            case TicketAssigned a -> Stream.<@Nullable Long>of(a.person()).toList();
            case TicketHandedOver h -> Stream.<@Nullable Long>of(h.person()).toList();
            case TicketWatched w -> List.of(w.person());
            case TicketUnwatched w -> List.of(w.person());
            case null -> List.of();
            case TicketOpened _,
                    TicketAccepted _,
                    TicketHandedBack _,
                    TicketHeld _,
                    TicketResumed _,
                    TicketResolved _ -> List.of();
            case TicketClosed _, TicketCancelled _, TicketReopened _, TicketCommented _, TicketEdited _ -> List.of();
            case TicketAttached _, TicketStrayed _, TicketWentLive _, Handled _ -> List.of();
        };
    }

    /** Every entry is a line of the timeline. */
    TicketPage.Step line(Event event, Faces.Album album, Page page) {
        var words = words(event, album, page);
        var actor = event.entry().actor() == 0 ? "" : album.name(event.entry().actor());
        var line = actor.isEmpty() ? words : page.t("ticket.story.line", actor, words);
        return new TicketPage.Step(event.entry().at(), line);
    }

    /** Some entries stand between the words of the conversation. */
    Optional<Utterance> step(Event event, Faces.Album album, Page page) {
        var fact = TicketFact.of(event.entry()).orElse(null);
        return icon(fact).map(icon -> {
            var by = event.entry().actor();
            return new Utterance.Step(
                    event.entry().at(), icon, by == 0 ? null : album.name(by), words(event, album, page));
        });
    }

    private static Optional<String> icon(@Nullable TicketFact fact) {
        return switch (fact) {
            case TicketAccepted _, TicketResumed _, TicketReopened _ -> Optional.of("m-working");
            case TicketHeld _ -> Optional.of("m-hold");
            case TicketResolved _ -> Optional.of("m-resolved");
            case TicketClosed _, TicketCancelled _ -> Optional.of("m-closed");
            case TicketHandedOver _, TicketHandedBack _ -> Optional.of("arrow-right-left");
            case null -> Optional.empty();
            case TicketOpened _, TicketAssigned _, TicketCommented _, TicketEdited _, TicketAttached _ ->
                Optional.empty();
            case TicketNudged _, TicketUnanswered _ -> Optional.of("bell-ring");
            case TicketTakenBack _ -> Optional.of("history");
            case TicketMerged _, TicketUnmerged _, TicketAbsorbed _, TicketReleased _ -> Optional.of("merge");
            case TicketSplit _, TicketSplitOff _, TicketRejoined _ -> Optional.of("arrow-right-left");
            case TicketWatched _, TicketUnwatched _, TicketStrayed _, TicketWentLive _, Handled _ -> Optional.empty();
        };
    }

    /** What happened, without who did it. */
    public String words(Event event, Faces.Album album, Page page) {
        var fact = TicketFact.of(event.entry()).orElse(null);
        var told = fact == null ? foreign(event, page) : told(fact, event, album, page);
        return event.reason() == null ? told : page.t("ticket.story.because", told, event.reason());
    }

    private String told(TicketFact fact, Event event, Faces.Album album, Page page) {
        var key = "ticket.story." + event.entry().act().substring("ticket.".length());
        return switch (fact) {
            case TicketAssigned a -> page.t(key, to(a.team(), a.person(), album, page));
            case TicketHandedOver h -> page.t(key, to(h.team(), h.person(), album, page));
            case TicketHeld h ->
                h.until() == null
                        ? page.t(key + "_open", h.waitsFor().code())
                        : page.t(key, h.waitsFor().code(), page.exact(h.until()));
            case TicketResumed r -> page.t(key + "_" + r.by());
            case TicketResolved r -> page.t(key, r.code().code());
            case TicketClosed c -> page.t(key + "_" + c.by());
            case TicketCommented _ ->
                page.t(key + "_" + event.entry().audience().code());
            case TicketEdited e -> page.t(key, fields(e, page));
            case TicketStrayed s -> page.t(key, page.t(s.reason()));
            case TicketWatched w ->
                w.person() == event.entry().actor()
                        ? page.t(key)
                        : page.t("ticket.story.named", album.name(w.person()));
            case TicketUnwatched w ->
                w.person() == event.entry().actor()
                        ? page.t(key)
                        : page.t("ticket.story.unnamed", album.name(w.person()));
            case TicketOpened _, TicketAccepted _, TicketHandedBack _, TicketCancelled _, TicketReopened _ ->
                page.t(key);
            case TicketAttached _, TicketWentLive _ -> page.t(key);
            case Handled h -> page.lang().t(key, h.arguments());
        };
    }

    private String to(@Nullable Long team, @Nullable Long person, Faces.Album album, Page page) {
        var group = team == null ? "" : teams.find(team).map(Team::name).orElse("");
        if (person == null) return group;
        return group.isEmpty() ? album.name(person) : page.t("ticket.story.of_team", album.name(person), group);
    }

    private static String fields(TicketEdited edited, Page page) {
        return String.join(
                page.t("base.comma"),
                edited.edits().stream()
                        .map(edit -> page.t("ticket.field." + edit.field()))
                        .toList());
    }

    /** An entry of a room above: its words are a key of that room, its arguments what the facts name. */
    private static String foreign(Event event, Page page) {
        var key = "base.story." + event.entry().act();
        if (!page.lang().has(key)) return event.entry().act();
        var facts = event.entry().facts().node();
        var arguments = Stream.of("metric", "percent", "stars", "level", "result")
                .map(facts::get)
                .filter(Objects::nonNull)
                .map(node -> node.asString().toLowerCase(java.util.Locale.ROOT))
                .toList();
        return page.lang().t(key, arguments);
    }
}
