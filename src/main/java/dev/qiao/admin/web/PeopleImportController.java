package dev.qiao.admin.web;

import dev.qiao.admin.intake.PeopleColumn;
import dev.qiao.admin.intake.PeopleIntake;
import dev.qiao.admin.intake.PeopleIntake.Fate;
import dev.qiao.admin.intake.PeopleList;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Roles;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** People from a list: a dry run first, and then the import. */
@Controller
@Needs(Permission.PEOPLE_EDIT)
class PeopleImportController {
    private static final int MOST_SHOWN = 200;

    private final PeopleIntake intake;
    private final Roles roles;
    private final InstantSource clock;

    PeopleImportController(PeopleIntake intake, Roles roles, InstantSource clock) {
        this.intake = intake;
        this.roles = roles;
        this.clock = clock;
    }

    @GetMapping("/people/imports/new")
    String form(Model model) {
        model.addAttribute("roles", roles.all());
        return "admin/web/people_import";
    }

    /**
     * @param store whether to do it; else it is only said what would happen
     * @param seen the mark of the dry run that was looked at; what would happen otherwise by now does not happen
     */
    @PostMapping("/people/imports")
    String create(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean store,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") Set<String> roles,
            @RequestParam Map<String, String> fields,
            Me me,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty()) throw Refused.invalid("file", "admin.people.missing");
        var list = PeopleList.read(file.getBytes(), chosen(fields));
        var plan = store ? intake.run(list, roles, seen, me, clock.instant()) : intake.plan(list, roles, me);
        model.addAttribute("list", list);
        model.addAttribute("plan", plan);
        model.addAttribute("stored", store);
        model.addAttribute("lines", shown(plan));
        return "admin/web/people_import_outcome";
    }

    /** What was refused first: that is what somebody has to look at. */
    private static List<PeopleIntake.Line> shown(PeopleIntake.Plan plan) {
        return plan.lines().stream()
                .filter(line -> line.fate() != Fate.LEFT)
                .sorted((a, b) -> Boolean.compare(b.fate() == Fate.REFUSED, a.fate() == Fate.REFUSED))
                .limit(MOST_SHOWN)
                .toList();
    }

    private static Map<PeopleColumn, String> chosen(Map<String, String> fields) {
        var chosen = new EnumMap<PeopleColumn, String>(PeopleColumn.class);
        for (var column : PeopleColumn.values()) {
            var heading = fields.get("column." + column.code());
            if (heading != null) chosen.put(column, heading);
        }
        return chosen;
    }
}
