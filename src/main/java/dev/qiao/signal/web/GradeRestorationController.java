package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import dev.qiao.signal.Grades;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A word means again what it meant, for whoever took that out. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class GradeRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    GradeRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/sources/grades/restoration")
    String create(@RequestParam String word, Me me) {
        reversals.bringBack(Grades.KIND, Grades.KIND, 0, word, me, clock.instant());
        return "redirect:/sources/grades";
    }
}
