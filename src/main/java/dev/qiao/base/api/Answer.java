package dev.qiao.base.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What was answered to a request that must not be done twice. */
record Answer(int status, @Nullable String location, @Nullable String etag, String type, byte[] body) {
    static Answer of(ContentCachingResponseWrapper caught) {
        return new Answer(
                caught.getStatus(),
                caught.getHeader(HttpHeaders.LOCATION),
                caught.getHeader(HttpHeaders.ETAG),
                Objects.requireNonNullElse(caught.getContentType(), ""),
                caught.getContentAsByteArray());
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (location != null) response.setHeader(HttpHeaders.LOCATION, location);
        if (etag != null) response.setHeader(HttpHeaders.ETAG, etag);
        if (!type.isEmpty()) response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
