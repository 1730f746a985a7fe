package dev.qiao.ticket.web;

import dev.qiao.base.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files on their way in. */
public final class Arrived {
    private Arrived() {}

    /** The file that was sent. Errors: none came, or one without a single byte, which is told apart. */
    public static MultipartFile whole(@Nullable MultipartFile file) {
        if (file == null) throw Refused.invalid("file", "ticket.file_missing");
        if (!file.isEmpty()) return file;
        boolean unnamed =
                file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty();
        throw Refused.invalid("file", unnamed ? "ticket.file_missing" : "ticket.file_empty");
    }
}
