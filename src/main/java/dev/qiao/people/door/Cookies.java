package dev.qiao.people.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of the door. Over TLS they are bound to this host and this scheme by {@code __Host-}; plain HTTP, which is served on
 * loopback only, has other names, because not every browser keeps a Secure cookie there.
 */
enum Cookies {
    /** The secret of a session. */
    SESSION(""),
    /** By which a browser is known again. */
    DEVICE("-device"),
    /** What forgery tokens hang on before signing in. */
    DOOR("-door");

    private final String ending;

    Cookies(String ending) {
        this.ending = ending;
    }

    Optional<String> of(HttpServletRequest request) {
        var name = name(request);
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }

    void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private String name(HttpServletRequest request) {
        return (request.isSecure() ? "__Host-qiao" : "qiao") + ending;
    }
}
