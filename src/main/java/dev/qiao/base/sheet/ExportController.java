package dev.qiao.base.sheet;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** How far one's own files are, and stopping one. */
@Controller
@RequestMapping("/exports/{id}")
@Needs
class ExportController {
    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    /** No rows where nothing is being written. */
    @GetMapping
    ResponseEntity<Map<String, Integer>> show(@PathVariable String id, Me me) {
        return exports.find(id, me.id())
                .map(one -> ResponseEntity.ok(Map.of("rows", one.rows())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @DeleteMapping
    ResponseEntity<Void> destroy(@PathVariable String id, Me me) {
        exports.stop(id, me.id());
        return ResponseEntity.noContent().build();
    }
}
