package dev.qiao.journal.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Mark;
import dev.qiao.journal.Missed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a page has to be told once its stream is open: {@code {"mark","all","news":[{"kind","id","entry"}]}}. */
@Needs
@Controller
class MissedController {
    record News(String mark, boolean all, List<LiveEvent> news) {}

    private final Missed missed;

    MissedController(Missed missed) {
        this.missed = missed;
    }

    /** @param since the mark that the page was rendered with, or was told the last time */
    @GetMapping("/live/missed")
    ResponseEntity<News> show(@RequestParam(required = false) @Nullable String since, Me me) {
        var found = missed.since(Mark.read(since).orElse(null), me);
        var news = found.happened().stream().map(LiveEvent::of).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new News(found.mark().snapshot(), found.all(), news));
    }
}
