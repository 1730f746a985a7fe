package dev.qiao.journal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who changed a thing of the configuration since somebody began to, in words, for a draft that they come back to; empty: nobody knows. */
@Controller
@Needs({Permission.DESK_CONFIGURE, Permission.PEOPLE_EDIT, Permission.ADMIN})
class BetweenController {
    private final WhoCameBetween between;

    BetweenController(WhoCameBetween between) {
        this.between = between;
    }

    /** Takes {@code opened} and {@code about}, as {@code part/opened.jte} says them. */
    @GetMapping("/live/between")
    ResponseEntity<String> show(HttpServletRequest request, Me me, Page page) {
        var words = between.who(request.getParameterMap(), me)
                .map(change ->
                        page.t("base.crossed_by", change.who(), page.times().stamp(change.at())))
                .orElse("");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(words);
    }
}
