package dev.qiao.signal.outage.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.signal.outage.Outage;
import dev.qiao.signal.outage.Outages;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The outages behind a figure of availability. */
@Controller
@Needs(Permission.REPORT_SEE)
class OutageController {
    private static final int MOST = 200;

    private final Outages outages;
    private final Services services;
    private final Tickets tickets;
    private final People people;
    private final Preferences preferences;
    private final InstantSource clock;

    OutageController(
            Outages outages,
            Services services,
            Tickets tickets,
            People people,
            Preferences preferences,
            InstantSource clock) {
        this.outages = outages;
        this.services = services;
        this.tickets = tickets;
        this.people = people;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** @param month 2026-11; absent: this one */
    @GetMapping("/availability/{code}")
    String index(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String month,
            Me me,
            Page page,
            Model model) {
        var service = services.byCode(code).orElseThrow(() -> Refused.notFound("signal.no_service"));
        var now = clock.instant();
        var zone = preferences.zone();
        var wanted = month(month, YearMonth.from(now.atZone(zone)));
        var found = outages.in(Outages.time(wanted, zone, now), service.id(), MOST, me);
        model.addAttribute("service", service);
        model.addAttribute("month", wanted.toString());
        model.addAttribute("lines", lines(found, me, page, now));
        return "signal/outage/web/outages";
    }

    @GetMapping("/outages/{ticket}")
    String show(@PathVariable long ticket, Me me, Page page, Model model) {
        me.must(Permission.TICKET_DISPATCH);
        var outage = outages.find(ticket, me);
        model.addAttribute(
                "line", lines(List.of(outage), me, page, clock.instant()).getFirst());
        model.addAttribute("service", services.find(outage.service()).orElseThrow());
        model.addAttribute("form", CorrectionForm.of(outage, me.zone()));
        return "signal/outage/web/outage";
    }

    private List<OutageLine> lines(List<Outage> found, Me me, Page page, Instant now) {
        Map<Long, String> titles = tickets.of(found.stream().map(Outage::ticket).toList(), me).stream()
                .collect(Collectors.toMap(
                        Ticket::number, ticket -> ticket.matter().title()));
        var who = found.stream()
                .filter(outage -> outage.correction() != null)
                .map(outage -> outage.correction().person())
                .distinct()
                .toList();
        Map<Long, Person> makers = people.of(who);
        return found.stream()
                .map(outage -> new OutageLine(
                        outage, titles.get(outage.ticket()), length(outage, page, now), maker(outage, makers)))
                .toList();
    }

    private static @Nullable String maker(Outage outage, Map<Long, Person> makers) {
        var correction = outage.correction();
        if (correction == null) return null;
        var maker = makers.get(correction.person());
        return maker == null ? "" : maker.name();
    }

    private static String length(Outage outage, Page page, Instant now) {
        var until = outage.ended() == null ? now : outage.ended();
        return page.t(
                "signal.minutes",
                page.number(Duration.between(outage.began(), until).toMinutes()));
    }

    private static YearMonth month(@Nullable String typed, YearMonth usual) {
        if (typed == null) return usual;
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException _) {
            throw Refused.invalid("month", "signal.no_month", typed);
        }
    }
}
