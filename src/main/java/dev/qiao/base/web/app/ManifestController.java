package dev.qiao.base.web.app;

import dev.qiao.base.web.Open;
import dev.qiao.base.web.Page;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the desk is installed as an app. */
@Open
@RestController
class ManifestController {
    record Icon(String src, String sizes, String type, String purpose) {}

    record Manifest(
            String id,
            String name,
            String short_name,
            String lang,
            String start_url,
            String scope,
            String display,
            String background_color,
            String theme_color,
            List<Icon> icons) {}

    @GetMapping(path = "/app.webmanifest", produces = "application/manifest+json")
    ResponseEntity<Manifest> show(Page page) {
        var icons = List.of(
                new Icon(page.asset("icon-192.png"), "192x192", "image/png", "any"),
                new Icon(page.asset("icon-512.png"), "512x512", "image/png", "any"),
                new Icon(page.asset("icon-512.png"), "512x512", "image/png", "maskable"),
                new Icon(page.asset("icon.svg"), "any", "image/svg+xml", "any"));
        var manifest = new Manifest(
                "/",
                page.desk(),
                page.t("base.qiao"),
                page.lang().tag(),
                "/",
                "/",
                "standalone",
                "#fdfcfa",
                "#1c5a98",
                icons);
        return ResponseEntity.ok().header("Cache-Control", "no-cache").body(manifest);
    }
}
