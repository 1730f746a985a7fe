package dev.qiao.ticket.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.sla.Began;
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
    /** @param why a word; {@code from} and {@code to} where something was exchanged for another */
    record BeganJson(String why, @Nullable String from, @Nullable String to) {
        static BeganJson of(Began began) {
            return switch (began) {
                case Began.Prioritised(var from, var to) -> new BeganJson(began.code(), from, to);
                case Began.Agreed(var from, var to) -> new BeganJson(began.code(), from, to);
                case Began.Rescheduled(var from, var to) -> new BeganJson(began.code(), from, to);
                case Began.Reworded(_, int version) ->
                    new BeganJson(began.code(), null, Integer.toString(version));
                case Began.Held(var reason, _) -> new BeganJson(began.code(), null, reason);
                case Began.Opened _, Began.Resumed _, Began.Reopened _, Began.Working _ ->
                    new BeganJson(began.code(), null, null);
            };
        }
    }

    /**
     * A stretch of time.
     *
     * @param reason a key: why it counts or not
     * @param began why it began
     */
    record SpanJson(
            Instant from, Instant to, boolean counted, long workSeconds, String reason, List<BeganJson> began) {
        static SpanJson of(Span span) {
            return new SpanJson(
                    span.from(),
                    span.to(),
                    span.counted(),
                    span.work().toSeconds(),
                    span.reasonKey(),
                    span.began().stream().map(BeganJson::of).toList());
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
