package dev.qiao.people.draft.web;

import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that one has written and not sent, whichever device it was on and whether or not its page is still there. */
@Needs
@Controller
class MyDraftsController {
    private final Waiting waiting;

    MyDraftsController(Waiting waiting) {
        this.waiting = waiting;
    }

    @GetMapping("/me/drafts")
    String index(Page page, Model model) {
        model.addAttribute("waiting", waiting.of(page));
        return "people/draft/web/index";
    }
}
