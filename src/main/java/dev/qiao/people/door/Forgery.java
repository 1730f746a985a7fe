package dev.qiao.people.door;

import dev.qiao.people.Seal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Forgery tokens without a store: the session's secret under our seal; before signing in that of a random cookie. */
@Component
class Forgery implements CsrfTokenRepository {
    private static final Duration DOOR = Duration.ofDays(1);

    private final Seal seal;

    Forgery(Seal seal) {
        this.seal = seal;
    }

    /** @param fresh the value of a door cookie that the browser does not have yet */
    private record Token(String getToken, @Nullable String fresh) implements CsrfToken {
        @Override
        public String getHeaderName() {
            return "X-CSRF-TOKEN";
        }

        @Override
        public String getParameterName() {
            return "_csrf";
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return basis(request).map(basis -> new Token(sealed(basis), null)).orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var fresh = Seal.random();
        return new Token(sealed(fresh), fresh);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token instanceof Token(_, String fresh)) Cookies.DOOR.set(request, response, fresh, DOOR);
    }

    private String sealed(String basis) {
        return seal.of("csrf", basis);
    }

    private static Optional<String> basis(HttpServletRequest request) {
        return Cookies.SESSION.of(request).or(() -> Cookies.DOOR.of(request));
    }
}
