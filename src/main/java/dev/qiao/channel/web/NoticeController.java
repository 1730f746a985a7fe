package dev.qiao.channel.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.Notice;
import dev.qiao.channel.Notices;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Tickets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox: what one was told, newest first. */
@Controller
@Needs
class NoticeController {
    private static final int PAGE = 40;

    private final Notices notices;
    private final Tickets tickets;
    private final People people;

    NoticeController(Notices notices, Tickets tickets, People people) {
        this.notices = notices;
        this.tickets = tickets;
        this.people = people;
    }

    @GetMapping("/inbox")
    String index(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam @Nullable Long before,
            Me me,
            Model model) {
        var found = notices.of(me, unread, before, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        model.addAttribute("lines", lines(shown, me));
        model.addAttribute("unread", unread);
        model.addAttribute("waiting", notices.unread(me));
        model.addAttribute("older", found.size() > PAGE ? shown.getLast().id() : null);
        return "channel/web/inbox";
    }

    private List<NoticeLine> lines(List<Notice> shown, Me me) {
        var actors = people.of(shown.stream().map(Notice::actor).distinct().toList());
        var titles = titles(shown, me);
        return shown.stream()
                .map(n -> new NoticeLine(
                        n, name(actors, n.actor()), n.kind().equals(Tickets.KIND) ? titles.get(n.subject()) : null))
                .toList();
    }

    private Map<Long, String> titles(List<Notice> shown, Me me) {
        var numbers = shown.stream()
                .filter(n -> n.kind().equals(Tickets.KIND))
                .map(Notice::subject)
                .distinct()
                .toList();
        return tickets.of(numbers, me).stream()
                .collect(toMap(t -> t.number(), t -> t.matter().title()));
    }

    private static String name(Map<Long, Person> actors, long actor) {
        var person = actors.get(actor);
        return person == null ? Me.QIAO.name() : person.name();
    }
}
