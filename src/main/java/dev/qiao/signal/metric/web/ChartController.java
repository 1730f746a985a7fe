package dev.qiao.signal.metric.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.signal.metric.Charts;
import dev.qiao.signal.promql.Expression;
import dev.qiao.signal.promql.Promql;
import dev.qiao.signal.promql.Servers;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures over time, as pictures. Its address says all that was chosen, so that it can be given to somebody else. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class ChartController {
    private static final int MOST = 20;

    private final Charts charts;
    private final Servers servers;
    private final InstantSource clock;

    ChartController(Charts charts, Servers servers, InstantSource clock) {
        this.charts = charts;
        this.servers = servers;
        this.clock = clock;
    }

    /**
     * The picture of one metric.
     *
     * @param server which is asked by PromQL; absent: the metric says what is shown
     */
    @GetMapping("/charts")
    String index(
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable String match,
            @RequestParam(required = false) @Nullable String range,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long server,
            @RequestParam(defaultValue = "") String query,
            Me me,
            Page page,
            Model model) {
        var wanted = server == null || query.isBlank() ? metric : new Expression(server, query.strip()).code();
        var asked = Asked.of(wanted, match, range, from, until);
        model.addAttribute("asked", asked);
        model.addAttribute("servers", servers.all(me));
        model.addAttribute("names", charts.names(me));
        model.addAttribute("drawing", null);
        model.addAttribute("wrong", null);
        try {
            // A server that is asked has its own bound, and says so where it is passed.
            int most = Expression.of(asked.metric()).isPresent() ? Promql.MOST : MOST;
            var span = asked.span(page.times().zone(), clock.instant());
            var chart = charts.of(asked.metric(), asked.matchers(), span[0], span[1], most, me);
            model.addAttribute("drawing", Drawing.of(chart, asked, page));
        } catch (Refused refused) {
            var problem = refused.problems().getFirst();
            model.addAttribute(
                    "wrong", page.t(problem.key(), problem.arguments().toArray()));
        }
        return "signal/metric/web/charts";
    }
}
