package dev.qiao.people.door;

import dev.qiao.base.web.Open;
import dev.qiao.people.DemoPeople;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in by one click, in a demonstration only. */
@Open
@Controller
class DemoSessionController {
    private final DemoPeople demo;
    private final InstantSource clock;

    DemoSessionController(DemoPeople demo, InstantSource clock) {
        this.demo = demo;
        this.clock = clock;
    }

    @PostMapping("/session/demo")
    String create(
            @RequestParam long person,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return Entry.admit(demo.enter(person, Entry.source(request), clock.instant()), to, request, response);
    }
}
