package dev.qiao.ticket.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.sla.Clocks;
import dev.qiao.sla.Span;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.web.api.TicketJson.ClockJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The promises of a ticket, and why they stand as they do, span by span. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/clocks")
@Needs({Permission.REQUEST, Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class ClockApi {
    /** @param reason a key: why this stretch counts or not */
    record SpanJson(Instant from, Instant to, boolean counted, long workSeconds, String reason) {
        static SpanJson of(Span span) {
            return new SpanJson(
                    span.from(), span.to(), span.counted(), span.work().toSeconds(), span.reasonKey());
        }
    }

    record ExplainedJson(@JsonUnwrapped ClockJson clock, String agreement, int termsVersion, List<SpanJson> spans) {}

    record ClocksJson(List<ExplainedJson> items, @Nullable String next) {}

    private final Tickets tickets;
    private final Clocks clocks;
    private final InstantSource clock;

    ClockApi(Tickets tickets, Clocks clocks, InstantSource clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.clock = clock;
    }

    @GetMapping
    ClocksJson index(@PathVariable long number, Me me) {
        var now = clock.instant();
        tickets.find(number, me);
        var all = clocks.of(Tickets.KIND, List.of(number)).getOrDefault(number, List.of());
        return new ClocksJson(
                all.stream()
                        .map(c -> new ExplainedJson(
                                Telling.clock(c, now),
                                c.terms().agreement(),
                                c.terms().version(),
                                clocks.explain(Tickets.KIND, number, c.metric(), now).stream()
                                        .map(SpanJson::of)
                                        .toList()))
                        .toList(),
                null);
    }
}
