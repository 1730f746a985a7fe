package dev.qiao.signal.promql.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.signal.promql.Promql;
import dev.qiao.signal.promql.Servers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether a server answers, in words. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ServerTrialController {
    private final Servers servers;
    private final Promql promql;

    ServerTrialController(Servers servers, Promql promql) {
        this.servers = servers;
        this.promql = promql;
    }

    @PostMapping("/promql/{id}/trials")
    String create(@PathVariable long id, Me me, Page page, Model model) {
        var server = servers.find(id, me);
        try {
            model.addAttribute("well", true);
            model.addAttribute("said", page.t("signal.promql_answers", page.number(promql.tried(server))));
        } catch (Refused refused) {
            var problem = refused.problems().getFirst();
            model.addAttribute("well", false);
            model.addAttribute("said", page.t(problem.key(), problem.arguments().toArray()));
        }
        return "signal/promql/web/trial";
    }
}
