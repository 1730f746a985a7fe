package dev.qiao.sla.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.sla.Simulation;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the terms in the form would have meant for the last thirty days. Nothing is written. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class SimulationController {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private final Simulation simulation;
    private final InstantSource clock;

    SimulationController(Simulation simulation, InstantSource clock) {
        this.simulation = simulation;
        this.clock = clock;
    }

    @PostMapping("/agreements/{code}/simulation")
    String create(@PathVariable String code, @RequestParam MultiValueMap<String, String> fields, Me me, Model model) {
        var now = clock.instant();
        var offer = new AgreementForm(fields).offer();
        model.addAttribute("result", simulation.run(code, offer, now.minus(LOOKED_BACK), now, me, now));
        return "sla/web/simulation";
    }
}
