package dev.qiao.base.web.app;

import dev.qiao.base.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a device shows when it does not reach the desk: that, and nothing it once knew. */
@Open
@Controller
class OfflineController {
    @GetMapping("/offline")
    String show() {
        return "base/web/app/offline";
    }
}
