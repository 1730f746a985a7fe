package dev.qiao.base.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.WebUtils;

/** What makes two requests the same: method, address and everything that was sent. */
final class Digest {
    private Digest() {}

    static String of(HttpServletRequest request) throws IOException, ServletException {
        var digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            write(out, request.getMethod(), request.getRequestURI(), Objects.toString(request.getQueryString(), ""));
            if (BodyFilter.upload(request)) {
                for (var part : parts(request)) {
                    write(out, part.getName(), Objects.toString(part.getSubmittedFileName(), ""));
                    write(out, Long.toString(part.getSize()));
                    try (var content = part.getInputStream()) {
                        content.transferTo(out);
                    }
                }
            } else {
                var read = WebUtils.getNativeRequest(request, ReadRequest.class);
                if (read != null) out.write(read.body());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Collection<Part> parts(HttpServletRequest request) throws IOException, ServletException {
        try {
            return request.getParts();
        } catch (IllegalStateException e) {
            throw new MaxUploadSizeExceededException(-1, e);
        }
    }

    private static void write(OutputStream out, String... words) throws IOException {
        for (var word : words) {
            out.write(word.getBytes(StandardCharsets.UTF_8));
            out.write(0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
