package dev.qiao.feedback.theme.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.theme.Comments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comments by theme, for programs. */
@RestController
@Needs(Permission.REPORT_SEE)
class CommentApi {
    record SaidJson(
            String words, @Nullable Long ticket, @Nullable Integer stars, Instant at) {}

    /** @param theme empty for comments that belong to none */
    record ThemeJson(String theme, long n, long low, List<SaidJson> comments) {}

    private final Comments comments;
    private final InstantSource clock;

    CommentApi(Comments comments, InstantSource clock) {
        this.comments = comments;
        this.clock = clock;
    }

    /** Of the last so many days; of each theme the newest hundred comments. */
    @GetMapping("/api/v1/comments")
    Slice<ThemeJson> index(@RequestParam(defaultValue = "90") int days, Paging paging, Me me) {
        var from = clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, 730)));
        return paging.of(comments.since(from, me), "comments")
                .map(group -> new ThemeJson(
                        group.name(),
                        group.comments().size(),
                        group.low(),
                        group.comments().stream()
                                .limit(100)
                                .map(c -> new SaidJson(c.words(), c.ticket(), c.stars(), c.at()))
                                .toList()));
    }
}
