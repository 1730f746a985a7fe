package dev.qiao.base.web;

import dev.qiao.base.Coded;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How pages look and listen on this device: brightness, single-key shortcuts, the language before signing in. */
@Open
@Controller
class AppearanceController {
    private final Languages languages;

    AppearanceController(Languages languages) {
        this.languages = languages;
    }

    @PostMapping("/appearance")
    String update(
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String keys,
            @RequestParam @Nullable String lang,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        if (theme != null)
            keep(response, "theme", Coded.of(Theme.class, "theme", theme).code());
        if (keys != null) keep(response, "keys", keys.equals("off") ? "off" : "on");
        if (lang != null)
            keep(
                    response,
                    "lang",
                    languages.of(Locale.forLanguageTag(lang)).locale().toLanguageTag());
        return "redirect:" + (back.startsWith("/") && !back.startsWith("//") && !back.startsWith("/\\") ? back : "/");
    }

    private static void keep(HttpServletResponse response, String name, String value) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
