package dev.qiao.people.door;

import dev.qiao.base.web.Whereabouts;
import dev.qiao.people.Sessions;
import dev.qiao.people.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** What every way in has in common: where it comes from, the cookies, and where it leads. */
final class Entry {
    private Entry() {}

    static SignIn.Source source(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new SignIn.Source(
                request.getRemoteAddr(),
                agent == null ? "" : agent,
                Cookies.DEVICE.of(request).orElse(null));
    }

    static String admit(SignIn.In in, String to, HttpServletRequest request, HttpServletResponse response) {
        Cookies.SESSION.set(request, response, in.secret(), Sessions.LONGEST);
        if (!in.whole()) return "redirect:" + code(to);
        Cookies.DEVICE.set(request, response, in.device(), SignIn.DEVICE);
        Cookies.DOOR.clear(request, response);
        return "redirect:" + Whereabouts.ours(to);
    }

    static String code(String to) {
        return "/signin/code?to=" + URLEncoder.encode(Whereabouts.ours(to), StandardCharsets.UTF_8);
    }

    static String signIn(String to) {
        return "/signin?to=" + URLEncoder.encode(Whereabouts.ours(to), StandardCharsets.UTF_8);
    }
}
