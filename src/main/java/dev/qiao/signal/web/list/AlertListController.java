package dev.qiao.signal.web.list;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.web.AlertLines;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What machines find wrong, as a list. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class AlertListController {
    private static final int PAGE = 50;

    private final Alerts alerts;
    private final AlertLines lines;
    private final Services services;
    private final Preferences preferences;

    AlertListController(Alerts alerts, AlertLines lines, Services services, Preferences preferences) {
        this.alerts = alerts;
        this.lines = lines;
        this.services = services;
        this.preferences = preferences;
    }

    /** @param before the number after which the page begins */
    @GetMapping("/alerts")
    String index(AlertQuery query, @RequestParam(required = false) @Nullable Long before, Me me, Model model) {
        var from = before == null ? Long.MAX_VALUE : before;
        var found = alerts.list(query.filter(services, preferences.zone()), from, PAGE + 1, me);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", lines.folded(page, me));
        model.addAttribute("query", query);
        model.addAttribute("services", services());
        model.addAttribute("older", found.size() > PAGE ? page.getLast().id() : null);
        return "signal/web/list/index";
    }

    private List<Choice> services() {
        return services.active().stream().map(AlertListController::choice).toList();
    }

    private static Choice choice(Service service) {
        return new Choice(service.code(), service.name());
    }
}
