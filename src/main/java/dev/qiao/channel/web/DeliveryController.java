package dev.qiao.channel.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.Deliveries;
import dev.qiao.channel.Delivery;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Letters that could not be sent, or not yet. */
@Controller
@Needs(Permission.ADMIN)
class DeliveryController {
    private final Deliveries deliveries;
    private final People people;
    private final InstantSource clock;

    DeliveryController(Deliveries deliveries, People people, InstantSource clock) {
        this.deliveries = deliveries;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/deliveries")
    String index(Me me, Model model) {
        model.addAttribute("dead", lines(deliveries.dead(me)));
        model.addAttribute("waiting", lines(deliveries.waiting(me)));
        model.addAttribute("posts", deliveries.open());
        return "channel/web/deliveries";
    }

    /** Sends it once more. */
    @PostMapping("/deliveries/{id}/attempts")
    String create(@PathVariable long id, Me me) {
        deliveries.retry(id, me, clock.instant());
        return "redirect:/deliveries";
    }

    private List<DeliveryLine> lines(List<Delivery> all) {
        var known = people.of(all.stream().map(Delivery::person).distinct().toList());
        return all.stream()
                .filter(d -> known.containsKey(d.person()))
                .map(d -> line(d, Objects.requireNonNull(known.get(d.person()))))
                .toList();
    }

    private static DeliveryLine line(Delivery delivery, Person person) {
        return new DeliveryLine(delivery, person.name(), person.mail());
    }
}
