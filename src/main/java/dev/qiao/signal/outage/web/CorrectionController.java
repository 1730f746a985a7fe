package dev.qiao.signal.outage.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.outage.Outage;
import dev.qiao.signal.outage.Outages;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What somebody says an outage was instead of what its incident says. */
@Controller
@Needs({Permission.REPORT_SEE, Permission.TICKET_DISPATCH})
class CorrectionController {
    private final Outages outages;
    private final Services services;
    private final InstantSource clock;

    CorrectionController(Outages outages, Services services, InstantSource clock) {
        this.outages = outages;
        this.services = services;
        this.clock = clock;
    }

    @PostMapping("/outages/{ticket}/correction")
    String create(@PathVariable long ticket, CorrectionForm form, Me me) {
        var outage = outages.find(ticket, me);
        var after = outages.correct(
                ticket,
                form.seen() == null ? outage.version() : Objects.requireNonNull(form.seen()),
                CorrectionForm.read("began", form.began(), outage.beganAt(), me.zone()),
                CorrectionForm.read("ended", form.ended(), outage.endedAt(), me.zone()),
                Boolean.TRUE.equals(form.none()),
                form.reason(),
                me,
                clock.instant());
        return "redirect:" + list(after);
    }

    @DeleteMapping("/outages/{ticket}/correction")
    String destroy(@PathVariable long ticket, Me me) {
        var outage = outages.find(ticket, me);
        return "redirect:" + list(outages.uncorrect(ticket, outage.version(), me, clock.instant()));
    }

    private String list(Outage outage) {
        return "/availability/"
                + services.find(outage.service()).map(Service::code).orElse("");
    }
}
