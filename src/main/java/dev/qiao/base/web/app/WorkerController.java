package dev.qiao.base.web.app;

import dev.qiao.base.web.Open;
import dev.qiao.base.web.assets.Assets;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The service worker: it stands at the root, because a worker rules only what lies below it. */
@Open
@Controller
class WorkerController {
    private final Assets assets;

    WorkerController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/offline.js")
    ResponseEntity<byte[]> show() {
        var script = assets.find("js/offline.js").orElseThrow();
        return ResponseEntity.ok()
                .header("Content-Type", script.type())
                .header("Cache-Control", "no-cache")
                .body(script.plain());
    }
}
