package dev.qiao.base.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.Http11InputBuffer;

/**
 * The server stops reading a request line at the first byte that it does not take, and knows neither the path nor the language of the
 * asker then. Both mostly stand in what has arrived; they are read from there for the answer alone, never to do what was asked.
 */
final class Glimpse {
    private static final int FAR = 16_384;
    private static final Pattern PATH = Pattern.compile("\\A\\s*[A-Z]+ (/[\\x21-\\x7e&&[^?#]]*)");
    private static final Pattern LANGUAGE =
            Pattern.compile("^accept-language:[ \\t]*([\\x20-\\x7e]{1,200})\\r?$", Pattern.MULTILINE);

    private Glimpse() {}

    /** Gives the request the path and the language that it came with, where the server has not read them. */
    static void into(Request request) {
        var coyote = request.getCoyoteRequest();
        if (!coyote.requestURI().isNull() || !(coyote.getInputBuffer() instanceof Http11InputBuffer arrived)) return;
        var head = head(arrived);
        first(PATH, head).ifPresent(coyote.requestURI()::setString);
        if (coyote.getHeader("Accept-Language") != null) return;
        first(LANGUAGE, head.toLowerCase(Locale.ROOT))
                .ifPresent(language ->
                        coyote.getMimeHeaders().addValue("Accept-Language").setString(language));
    }

    private static String head(Http11InputBuffer arrived) {
        var buffer = arrived.getByteBuffer();
        if (buffer == null) return "";
        var bytes = new byte[Math.min(buffer.limit(), FAR)];
        buffer.get(0, bytes);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }

    private static Optional<String> first(Pattern pattern, String head) {
        var found = pattern.matcher(head);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
