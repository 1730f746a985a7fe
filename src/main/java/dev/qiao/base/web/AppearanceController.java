package dev.qiao.base.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Look;
import dev.qiao.base.Looks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How pages look and listen: brightness, size, motion, single-key shortcuts, tips, the language before signing in. */
@Open
@Controller
public class AppearanceController {
    private static final int MOST_TIPS = 400;

    private final Languages languages;
    private final Looks looks;

    AppearanceController(Languages languages, Looks looks) {
        this.languages = languages;
        this.looks = looks;
    }

    /** @param tip one that was read and is put away */
    @PostMapping("/appearance")
    String update(
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String size,
            @RequestParam @Nullable String motion,
            @RequestParam @Nullable String keys,
            @RequestParam @Nullable String tip,
            @RequestParam @Nullable String lang,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (theme != null || size != null || motion != null) {
            var now = Pages.look(request);
            var look = new Look(
                    theme == null ? now.theme() : Coded.of(Look.Theme.class, "theme", theme),
                    size == null ? now.size() : Coded.of(Look.Size.class, "size", size),
                    motion == null ? now.motion() : Coded.of(Look.Motion.class, "motion", motion));
            wear(look, response);
            Visitor.of(request).ifPresent(me -> looks.keep(me.id(), look));
        }
        if (keys != null) keep(response, "keys", keys.equals("off") ? "off" : "on");
        if (tip != null) putAway(tip, request, response);
        if (lang != null)
            keep(
                    response,
                    "lang",
                    languages.of(Locale.forLanguageTag(lang)).locale().toLanguageTag());
        return "redirect:" + Whereabouts.ours(back);
    }

    /** Makes the pages of this device look so from now on. */
    public static void wear(Look look, HttpServletResponse response) {
        keep(response, "theme", look.theme().code());
        keep(response, "size", look.size().code());
        keep(response, "motion", look.motion().code());
    }

    private static void putAway(String tip, HttpServletRequest request, HttpServletResponse response) {
        var known = String.join("-", Pages.dismissed(request));
        if (!tip.matches("[a-z_]{1,30}") || known.length() > MOST_TIPS) return;
        keep(response, "tips", known.isEmpty() ? tip : known + "-" + tip);
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
