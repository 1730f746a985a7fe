package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.macro.Macros;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Several acts at once: all of them are done, or none. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.TICKET_WORK)
class MacroApi {
    private final Macros macros;
    private final Telling telling;
    private final InstantSource clock;

    MacroApi(Macros macros, Telling telling, InstantSource clock) {
        this.macros = macros;
        this.telling = telling;
        this.clock = clock;
    }

    /** @param acts in the order in which they are done */
    record MacroJson(long id, String name, List<Deed> acts) {}

    /** @param seen the newest comment that the caller knew; newer words of others are a conflict then, where the macro replies */
    record MacroRun(@Nullable Long seen) {}

    /** What the caller can use. */
    @GetMapping("/macros")
    Slice<MacroJson> index(Paging paging, Me me) {
        var all = macros.usable(me).stream()
                .map(m -> new MacroJson(
                        m.id(), m.name(), m.orders().stream().map(o -> o.deed()).toList()))
                .toList();
        return paging.of(all, "macros");
    }

    @PostMapping("/tickets/{number}/macros/{id}")
    ResponseEntity<TicketJson> create(
            @PathVariable long number,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable MacroRun body,
            Me me) {
        var now = clock.instant();
        var seen = body == null ? null : body.seen();
        return telling.ok(macros.run(id, number, seen, me, now), me, now);
    }
}
