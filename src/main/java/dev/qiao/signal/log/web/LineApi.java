package dev.qiao.signal.log.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.log.Found;
import dev.qiao.signal.log.Patterns;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lines of logs by their words. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
@RequestMapping("/api/v1/lines")
class LineApi {
    private static final int MOST = 200;

    private final Patterns patterns;

    LineApi(Patterns patterns) {
        this.patterns = patterns;
    }

    /**
     * The newest two hundred.
     *
     * @param q words, all of which a line has
     * @param source the number of whose; absent: of all
     */
    @GetMapping
    Slice<Found> index(@RequestParam String q, @RequestParam(required = false) @Nullable Long source, Me me) {
        return new Slice<>(patterns.search(q, source, MOST, me), null);
    }
}
