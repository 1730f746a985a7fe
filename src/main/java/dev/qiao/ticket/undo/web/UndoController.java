package dev.qiao.ticket.undo.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.undo.Undos;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Taking back what one did just before. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/undo")
@Needs
class UndoController {
    private final Undos undos;
    private final InstantSource clock;

    UndoController(Undos undos, InstantSource clock) {
        this.undos = undos;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        var back = undos.takeBack(number, me, clock.instant());
        Toast.of(UndoWords.told(back, page)).on(response);
        return "redirect:/tickets/" + number;
    }
}
