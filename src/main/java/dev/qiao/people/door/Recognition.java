package dev.qiao.people.door;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Visitor;
import dev.qiao.people.Rights;
import dev.qiao.people.Session;
import dev.qiao.people.Sessions;
import dev.qiao.people.Token;
import dev.qiao.people.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells who is behind a request: by bearer token on the API, by session cookie on pages and for reading from the API. It refuses
 * nobody; why somebody was not recognized is left for {@link Declared} to say.
 */
final class Recognition extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Tokens tokens;
    private final Sessions sessions;
    private final Rights rights;
    private final InstantSource clock;

    Recognition(Tokens tokens, Sessions sessions, Rights rights, InstantSource clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.rights = rights;
        this.clock = clock;
    }

    static boolean api(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            who(request).ifPresent(me -> admit(request, me));
            Visitor.again(request, () -> who(request));
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Optional<Me> who(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean reading = READING.contains(request.getMethod());
        if (api(request) && header != null) return byToken(request, header, reading);
        if (api(request) && !reading) return Optional.empty();
        return Cookies.SESSION
                .of(request)
                .flatMap(secret -> sessions.of(secret, clock.instant()))
                .map(Session::person)
                .flatMap(rights::of);
    }

    private Optional<Me> byToken(HttpServletRequest request, String header, boolean reading) {
        var token = header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.of(header.substring(BEARER.length()).strip(), clock.instant())
                : Optional.<Token>empty();
        var me = token.flatMap(found -> rights.of(found.person()).map(found::bearer));
        if (me.isEmpty()) {
            Declared.explain(request, Refused.unauthenticated("people.token_void"));
            return Optional.empty();
        }
        if (me.get().looks() && !reading) {
            Declared.explain(request, Refused.forbidden("people.token_reads_only"));
            return Optional.empty();
        }
        return me;
    }

    private static void admit(HttpServletRequest request, Me me) {
        Visitor.is(request, me);
        var authorities = AuthorityUtils.createAuthorityList(
                me.permissions().stream().map(Enum::name).toList());
        SecurityContextHolder.getContext()
                .setAuthentication(new PreAuthenticatedAuthenticationToken(me, "", authorities));
    }
}
