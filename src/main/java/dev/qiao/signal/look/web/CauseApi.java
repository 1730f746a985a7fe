package dev.qiao.signal.look.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Languages;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Times;
import dev.qiao.signal.look.Look;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where to look. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
@RequestMapping("/api/v1/tickets/{number:\\d+}/causes")
class CauseApi {
    /**
     * A likely cause as programs see it.
     *
     * @param kind {@code below}, {@code changed}, {@code metric}, {@code pattern} or {@code solved}
     * @param text the reason, in the language of who asks
     * @param link the page of what it is about
     */
    record Shown(String kind, String text, Instant at, String link) {}

    /**
     * The likeliest first, at most eight.
     *
     * @param fault since when something is wrong
     * @param milliseconds how long it took to look, when somebody last did
     */
    record Causes(Instant fault, List<Shown> items, long milliseconds) {}

    private final Look look;
    private final CauseLines lines;
    private final Languages languages;
    private final InstantSource clock;

    CauseApi(Look look, CauseLines lines, Languages languages, InstantSource clock) {
        this.look = look;
        this.lines = lines;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    Causes index(@PathVariable long number, Me me) {
        var now = clock.instant();
        var found = look.at(number, me, now);
        var times = new Times(languages.of(me.language()), me.zone(), now);
        return new Causes(
                found.fault(),
                lines.of(found, times).stream()
                        .map(line ->
                                new Shown(line.kind(), line.text(), line.cause().at(), line.link()))
                        .toList(),
                found.took().toMillis());
    }
}
