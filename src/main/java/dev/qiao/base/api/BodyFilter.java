package dev.qiao.base.api;

import dev.qiao.base.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes in what was sent, up to 1 MB, and sees that it is UTF-8. Uploads go by; they have their own limit. */
@Component
@Order(20)
class BodyFilter extends ApiFilter {
    BodyFilter(Problems problems) {
        super(problems);
    }

    @Override
    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (nul(request.getRequestURI())) throw Refused.malformed(null, "base.api.nul");
        mustHaveNoNul(request.getQueryString());
        if (upload(request) || !sendsBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > ApiJson.LARGEST) throw tooLarge();
        var body = request.getInputStream().readNBytes(ApiJson.LARGEST + 1);
        if (body.length > ApiJson.LARGEST) throw tooLarge();
        mustBeUtf8(body);
        chain.doFilter(new ReadRequest(request, body), response);
    }

    static boolean upload(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }

    private static boolean sendsBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static void mustHaveNoNul(@Nullable String query) {
        if (query == null || !nul(query)) return;
        for (var part : query.split("&", -1))
            if (nul(part)) throw Refused.malformed(part.split("=", 2)[0].replace("%00", ""), "base.api.nul");
    }

    private static boolean nul(@Nullable String text) {
        return text != null && text.contains("%00");
    }

    private static Refused tooLarge() {
        return Refused.tooLarge("body", "base.api.body_too_large", "1 MB");
    }

    private static void mustBeUtf8(byte[] body) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.wrap(body);
        var text = CharBuffer.allocate(4_096);
        while (true) {
            var result = decoder.decode(bytes, text, true);
            if (result.isError()) throw Refused.malformed(null, "base.api.not_utf8", bytes.position() + 1);
            if (result.isUnderflow()) return;
            text.clear();
        }
    }
}
