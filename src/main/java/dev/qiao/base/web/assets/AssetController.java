package dev.qiao.base.web.assets;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Open
@Controller
class AssetController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    /** A page made before an update still finds its files, but nobody keeps them. */
    @GetMapping("/assets/{hash}/{*file}")
    ResponseEntity<byte[]> show(@PathVariable String hash, @PathVariable String file, HttpServletRequest request) {
        var asset = assets.find(file.isEmpty() ? file : file.substring(1))
                .orElseThrow(() -> Refused.notFound("base.no_page"));
        boolean packed = String.valueOf(request.getHeader("Accept-Encoding")).contains("gzip");
        var answer = ResponseEntity.ok()
                .cacheControl(assets.current(hash) ? FOR_EVER : CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_TYPE, asset.type());
        return packed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.packed())
                : answer.body(asset.plain());
    }
}
