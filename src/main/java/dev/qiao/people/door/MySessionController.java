package dev.qiao.people.door;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Another of one's own browsers. */
@Needs
@Controller
class MySessionController {
    private final Sessions sessions;

    MySessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @DeleteMapping("/me/sessions/{id}")
    String destroy(@PathVariable long id, Me me) {
        sessions.end(id, me);
        return "redirect:/me";
    }
}
