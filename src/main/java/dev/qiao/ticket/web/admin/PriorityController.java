package dev.qiao.ticket.web.admin;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Priorities;
import dev.qiao.ticket.Priorities.Matrix;
import dev.qiao.ticket.Priorities.Matrix.Cell;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The matrix that makes a priority of impact and urgency. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class PriorityController {
    private final Priorities priorities;
    private final InstantSource clock;

    PriorityController(Priorities priorities, InstantSource clock) {
        this.priorities = priorities;
        this.clock = clock;
    }

    @GetMapping("/priorities")
    String edit(Model model) {
        model.addAttribute("matrix", priorities.matrix());
        return "ticket/web/admin/priorities";
    }

    /** Fields are named by their cell: {@code high_medium} is high impact, medium urgency. */
    @PostMapping("/priorities")
    String update(@RequestParam Map<String, String> fields, Me me) {
        var cells = new HashMap<Cell, Priority>();
        for (var impact : Level.values()) {
            for (var urgency : Level.values()) {
                var name = impact.code() + "_" + urgency.code();
                var code = fields.get(name);
                if (code == null) throw Refused.invalid(name, "ticket.text_missing");
                cells.put(new Cell(impact, urgency), Coded.of(Priority.class, name, code));
            }
        }
        priorities.change(new Matrix(cells), me, clock.instant());
        return "redirect:/priorities";
    }
}
