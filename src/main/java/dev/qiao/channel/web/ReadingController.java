package dev.qiao.channel.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.Notice;
import dev.qiao.channel.Notices;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.suggestion.Suggestions;
import dev.qiao.people.roster.Rosters;
import dev.qiao.ticket.Tickets;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Having read a notice, or all of them. */
@Controller
@Needs
class ReadingController {
    private static final Set<String> LEAVES = Set.of("channel.leave_entered", "channel.leave_dropped");

    private final Notices notices;
    private final InstantSource clock;

    ReadingController(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** Reads one and goes where it points to, or stays. */
    @PostMapping("/inbox/{id}/reading")
    String create(@PathVariable long id, @RequestParam(defaultValue = "false") boolean stay, Me me) {
        var notice = notices.read(id, me, clock.instant());
        return "redirect:" + (stay ? "/inbox" : target(notice));
    }

    /** Reads all that the page showed, and those below. */
    @PostMapping("/inbox/reading")
    String create(@RequestParam long last, Me me) {
        notices.readUpTo(last, me, clock.instant());
        return "redirect:/inbox";
    }

    private static String target(Notice notice) {
        return switch (notice.kind()) {
            case Tickets.KIND -> "/tickets/" + notice.subject();
            case Rosters.KIND -> "/rosters";
            case Complaints.KIND -> (Notices.answers(notice) ? "/my/complaints/" : "/complaints/") + notice.subject();
            case Suggestions.KIND -> "/suggestions/" + notice.subject();
            case "backup" -> "/backups";
            default -> LEAVES.contains(notice.key()) ? "/rosters" : "/me";
        };
    }
}
