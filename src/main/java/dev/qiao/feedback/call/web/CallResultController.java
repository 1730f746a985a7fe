package dev.qiao.feedback.call.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.feedback.call.Call;
import dev.qiao.feedback.call.Calls;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came of a call: one press. */
@Controller
@Needs(Permission.TICKET_WORK)
class CallResultController {
    private final Calls calls;
    private final InstantSource clock;

    CallResultController(Calls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** @param result satisfied, dissatisfied or missed */
    @PostMapping("/calls/{id:\\d+}/result")
    String create(
            @PathVariable long id,
            @RequestParam String result,
            @RequestParam(required = false) @Nullable String words,
            Me me,
            Page page,
            HttpServletResponse response) {
        var now = clock.instant();
        var call = result.equals("missed")
                ? calls.missed(id, null, words, me, now)
                : calls.reached(id, result.equals("satisfied"), words, me, now);
        Toast.of(said(call, page)).on(response);
        return "redirect:/calls";
    }

    private static String said(Call call, Page page) {
        return call.result() == null
                ? page.t("feedback.call_again", page.at(call.dueAt()))
                : page.t(
                        "feedback.call_noted",
                        page.t("feedback.call_result." + call.result().code()));
    }
}
