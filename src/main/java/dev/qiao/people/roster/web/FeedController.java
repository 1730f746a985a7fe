package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Open;
import dev.qiao.people.roster.Feeds;
import dev.qiao.people.web.Links;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own calendar to subscribe to; what it shows is behind its secret alone, for programs that cannot sign in. */
@Controller
class FeedController {
    private final Feeds feeds;
    private final FeedTexts texts;
    private final Links links;
    private final InstantSource clock;

    FeedController(Feeds feeds, FeedTexts texts, Links links, InstantSource clock) {
        this.feeds = feeds;
        this.texts = texts;
        this.links = links;
        this.clock = clock;
    }

    @Open
    @GetMapping("/feeds/{secret}.ics")
    ResponseEntity<byte[]> show(@PathVariable String secret) {
        var feed = feeds.of(secret).orElseThrow(() -> Refused.notFound("people.no_feed"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"roster.ics\"")
                .header("Cache-Control", "private, max-age=300")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(texts.of(feed, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }

    /** The answer is the only one that holds the address. */
    @Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
    @PostMapping("/rosters/feed")
    String create(Me me, Model model) {
        model.addAttribute("address", links.absolute("/feeds/" + feeds.make(me, clock.instant()) + ".ics"));
        model.addAttribute("path", "/rosters/feed");
        model.addAttribute("has", true);
        return "people/roster/web/feed";
    }

    @Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
    @DeleteMapping("/rosters/feed")
    String destroy(Me me) {
        feeds.revoke(me, clock.instant());
        return "redirect:/rosters";
    }
}
