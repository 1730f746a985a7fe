package dev.qiao.ticket.web.help;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.Markdown;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Templates;
import dev.qiao.journal.Audience;
import dev.qiao.sla.Clock;
import dev.qiao.sla.Clocks;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Attachment;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.HelpPages;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.web.AnswerViews;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.talk.Stretch;
import dev.qiao.ticket.web.Faces;
import dev.qiao.ticket.web.FactView;
import dev.qiao.ticket.web.Utterance;
import dev.qiao.ticket.web.Utterance.Attached;
import dev.qiao.ticket.web.Utterance.Say;
import dev.qiao.ticket.web.excerpt.Excerpt;
import dev.qiao.ticket.web.excerpt.Excerpts;
import dev.qiao.ticket.web.left.LeftWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what somebody sees of their own tickets: only what is public, also for those who work here. */
@Component
public class Follows {
    private final Tickets tickets;
    private final Conversation conversation;
    private final Excerpts excerpts;
    private final Clocks clocks;
    private final Services services;
    private final Faces faces;
    private final Merges merges;
    private final AnswerViews answers;
    private final LeftWords left;
    private final Templates templates;

    Follows(
            Tickets tickets,
            Conversation conversation,
            Excerpts excerpts,
            Clocks clocks,
            Services services,
            Faces faces,
            Merges merges,
            AnswerViews answers,
            LeftWords left,
            Templates templates) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.excerpts = excerpts;
        this.clocks = clocks;
        this.services = services;
        this.faces = faces;
        this.merges = merges;
        this.answers = answers;
        this.left = left;
        this.templates = templates;
    }

    public FollowPage page(Ticket t, Page page) {
        return page(t, Stretch.ALL, page);
    }

    /** @param asked what of the conversation; of much only the newest is shown at once */
    FollowPage page(Ticket t, Stretch asked, Page page) {
        var me = page.reader();
        var within = merges.within(t, me);
        var excerpt = open(excerpts.of(t, Merges.read(t, within), asked, me));
        var comments = excerpt.comments();
        var events = excerpt.events();
        var album = faces.of(
                Stream.of(
                                Stream.of(
                                        t.matter().requester(),
                                        t.matter().reporter(),
                                        t.place().person()),
                                within.stream().map(merged -> merged.matter().reporter()),
                                comments.stream().map(Comment::author),
                                events.stream().map(event -> event.entry().actor()))
                        .flatMap(ids -> ids)
                        .toList(),
                page);
        var running = clocks.of(Tickets.KIND, List.of(t.number())).getOrDefault(t.number(), List.of());
        var helper = t.place().person();
        var allowed = tickets.allowed(t, me, page.now());
        return new FollowPage(
                t.number(),
                t.matter().title(),
                t.stage().name().code(),
                helper == null ? null : album.of(helper),
                Vow.of(t, running, page),
                Crossings.of(t, running, page),
                allowed.stream().map(Act::code).toList(),
                t.stage() instanceof Stage.Waiting,
                talk(t, within, excerpt, album, page),
                excerpt,
                facts(t, album, page),
                left.of(t, "/my/" + t.number(), allowed, page),
                templates.panels(HelpPages.TICKET, t.number(), page));
    }

    List<FollowCard> cards(List<Ticket> open, Page page) {
        var numbers = open.stream().map(Ticket::number).toList();
        var running = clocks.of(Tickets.KIND, numbers);
        var words = conversation.newest(numbers);
        var album = faces.of(words.values().stream().map(Comment::author).toList(), page);
        return open.stream()
                .map(t -> {
                    var theirs = running.getOrDefault(t.number(), List.of());
                    return new FollowCard(
                            t.number(),
                            t.matter().title(),
                            Vow.of(t, theirs, page),
                            Crossings.of(t, theirs, page),
                            word(words.get(t.number()), album));
                })
                .toList();
    }

    List<MyRow> rows(List<Ticket> mine, Page page) {
        var running = clocks.of(Tickets.KIND, mine.stream().map(Ticket::number).toList());
        return mine.stream()
                .map(t -> new MyRow(
                        t.number(),
                        t.version(),
                        t.matter().title(),
                        t.stage().name().code(),
                        page.t("ticket.help_stage." + t.stage().name().code()),
                        Vow.of(t, running.getOrDefault(t.number(), List.<Clock>of()), page),
                        Vow.due(t, running.getOrDefault(t.number(), List.<Clock>of())),
                        t.times().openedAt()))
                .toList();
    }

    private static Excerpt open(Excerpt all) {
        return new Excerpt(
                all.asked(),
                all.shown(),
                all.comments().stream()
                        .filter(comment -> comment.audience() == Audience.PUBLIC)
                        .toList(),
                all.events().stream()
                        .filter(event -> event.entry().audience() == Audience.PUBLIC)
                        .toList());
    }

    private List<Utterance> talk(Ticket t, List<Ticket> within, Excerpt excerpt, Faces.Album album, Page page) {
        var files = conversation.files(Merges.read(t, within), excerpt.comments(), page.reader()).stream()
                .filter(file -> file.audience() == Audience.PUBLIC)
                .toList();
        var byComment = files.stream()
                .filter(file -> file.comment() != null)
                .collect(Collectors.groupingBy(file -> Objects.requireNonNull(file.comment())));
        var talk = new ArrayList<Utterance>();
        talk.add(first(t, 0, files, album));
        within.forEach(merged -> talk.add(first(merged, -merged.number(), files, album)));
        for (var comment : excerpt.comments()) {
            talk.add(new Say(
                    comment.id(),
                    album.of(comment.author()),
                    comment.at(),
                    false,
                    Markdown.html(comment.text()),
                    null,
                    attached(byComment.getOrDefault(comment.id(), List.of()))));
        }
        excerpt.events().forEach(event -> talk.addAll(Told.of(event, album, page)));
        talk.removeIf(utterance -> !excerpt.shown().holds(utterance.at()));
        talk.sort(Comparator.comparing(Utterance::at));
        return List.copyOf(talk);
    }

    /** What was reported, with the files that came along. */
    private static Say first(Ticket t, long id, List<Attachment> files, Faces.Album album) {
        var m = t.matter();
        var text = m.description().isBlank() ? m.title() : m.description();
        var loose = files.stream()
                .filter(file -> file.comment() == null && Objects.equals(file.number(), t.number()))
                .toList();
        return new Say(
                id, album.of(m.reporter()), t.times().openedAt(), false, Markdown.html(text), null, attached(loose));
    }

    private static List<Attached> attached(List<Attachment> files) {
        return files.stream()
                .map(file -> new Attached(
                        file.name(),
                        file.bytes(),
                        "/attachments/" + file.id(),
                        file.type().startsWith("image/")))
                .toList();
    }

    private List<FactView> facts(Ticket t, Faces.Album album, Page page) {
        var m = t.matter();
        var lines = new ArrayList<FactView>();
        lines.add(FactView.of(page.t("ticket.help_number"), Long.toString(t.number())));
        if (m.reporter() != m.requester()) {
            lines.add(FactView.of(page.t("ticket.help_for"), album.name(m.requester())));
            lines.add(FactView.of(page.t("ticket.help_reporter"), album.name(m.reporter())));
        }
        if (m.service() != null) {
            services.find(m.service())
                    .map(Service::name)
                    .ifPresent(name -> lines.add(FactView.of(page.t("ticket.help_service"), name)));
        }
        if (m.startedAt() != null) lines.add(FactView.of(page.t("ticket.help_began"), page.exact(m.startedAt())));
        lines.add(FactView.of(page.t("ticket.help_opened"), page.exact(t.times().openedAt())));
        lines.addAll(answers.of(t, page.reader()));
        return List.copyOf(lines);
    }

    private static FollowCard.@Nullable Word word(@Nullable Comment comment, Faces.Album album) {
        return comment == null ? null : new FollowCard.Word(album.of(comment.author()), comment.at(), comment.text());
    }
}
