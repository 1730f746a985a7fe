package dev.qiao.people.draft.web;

import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Drafts;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;

/** One's own drafts, for the forms of one's own pages. */
@Needs
@Controller
@RequestMapping("/drafts")
class DraftController {
    private final Drafts drafts;
    private final InstantSource clock;

    DraftController(Drafts drafts, InstantSource clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<List<Draft>> index(@RequestParam(defaultValue = "") List<String> name, Me me) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(drafts.of(name, me));
    }

    /** Answers 409 with what is kept when it was saved elsewhere meanwhile. */
    @PutMapping
    ResponseEntity<List<Draft>> update(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "{}") String fields,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String about,
            Me me) {
        var saved = drafts.save(name, read(fields), seen, page, about, me, clock.instant());
        if (saved.isPresent()) return ResponseEntity.ok(List.of(saved.get()));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(drafts.of(List.of(name), me));
    }

    @DeleteMapping
    ResponseEntity<Void> destroy(@RequestParam(defaultValue = "") String name, Me me) {
        drafts.clear(name, me);
        return ResponseEntity.noContent().build();
    }

    private static Map<String, String> read(String fields) {
        try {
            var read = new LinkedHashMap<String, String>();
            new Json(fields)
                    .node()
                    .properties()
                    .forEach(field -> read.put(field.getKey(), field.getValue().asString("")));
            return read;
        } catch (JacksonException _) {
            throw Refused.malformed("fields", "base.garbled");
        }
    }
}
