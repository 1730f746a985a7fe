package dev.qiao.people.door;

import dev.qiao.base.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds a query or a form whose bytes are no text, before anybody reads it: {@link Declared} then refuses it, naming the field. */
final class Garbled extends OncePerRequestFilter {
    private static final String REASON = Garbled.class.getName();

    /** Why the request cannot be read, if it cannot. */
    static Optional<Refused> reason(HttpServletRequest request) {
        return request.getAttribute(REASON) instanceof Refused reason ? Optional.of(reason) : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrong = wrong(request);
        wrong.ifPresent(reason -> request.setAttribute(REASON, reason));
        chain.doFilter(wrong.isPresent() ? new Unread(request) : request, response);
    }

    private static Optional<Refused> wrong(HttpServletRequest request) {
        try {
            request.getParameterNames();
            return Optional.empty();
        } catch (InvalidFileNameException _) {
            return Optional.of(Refused.malformed("file", "base.api.nul"));
        } catch (InvalidParameterException unread) {
            if (unread.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)
                return Optional.of(Refused.tooLarge("file", "base.upload_too_large"));
            return Optional.of(unreadable(request.getQueryString())
                    .map(field -> Refused.malformed(field, "base.not_utf8", field))
                    .orElseGet(() -> Refused.malformed(null, "base.garbled")));
        }
    }

    /** The first parameter whose name or value is not UTF-8; a name that is not stands as it came. */
    static Optional<String> unreadable(@Nullable String query) {
        if (query == null) return Optional.empty();
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> !Arrays.stream(part).allMatch(Garbled::text))
                .map(part -> text(part[0]) ? URLDecoder.decode(part[0], StandardCharsets.UTF_8) : part[0])
                .findFirst();
    }

    private static boolean text(String encoded) {
        try {
            // Every byte becomes the character of its number and back again.
            var bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException | IllegalArgumentException _) {
            return false;
        }
    }

    /** The request without what cannot be read. */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
