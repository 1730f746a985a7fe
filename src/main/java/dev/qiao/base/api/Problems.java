package dev.qiao.base.api;

import dev.qiao.base.Me;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.base.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a failure as problem+json (RFC 9457), in the reader's language. */
@Component
public class Problems {
    static final String TYPE = "application/problem+json";

    /** What a problem can be: the end of its type. */
    public static final List<String> WORDS = List.of(
            "malformed",
            "unauthenticated",
            "forbidden",
            "not_found",
            "method",
            "not_acceptable",
            "conflict",
            "stale",
            "too_large",
            "media",
            "invalid",
            "too_many",
            "failed",
            "unavailable");

    /** One thing that is wrong; {@code code} is its message key, for programs. */
    public record Wrong(@Nullable String field, String message, String code) {}

    /** The body. */
    public record Body(String type, String title, int status, String detail, List<Wrong> errors) {}

    private final Languages languages;
    private final JsonMapper json;

    Problems(Languages languages, JsonMapper json) {
        this.languages = languages;
        this.json = json;
    }

    /** Answers with what went wrong, unless the answer is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable cause) throws IOException {
        if (response.isCommitted()) return;
        var failure = Failure.of(Heard.whole(request, cause));
        var lang = language(request);
        response.resetBuffer();
        response.setStatus(failure.status());
        failure.headers().forEach(response::setHeader);
        response.setContentType(TYPE);
        response.setHeader("Content-Language", lang.locale().toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        var body = json.writeValueAsBytes(body(failure, lang));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Body body(Failure failure, Lang lang) {
        var errors = failure.problems().stream()
                .map(p -> new Wrong(p.field(), lang.t(p.key(), p.arguments()), p.key()))
                .toList();
        var type = "/api/v1/docs#" + failure.word();
        return new Body(
                type,
                lang.t("base.api.title." + failure.word()),
                failure.status(),
                errors.getFirst().message(),
                errors);
    }

    /** What the request asks for, or else the language of whoever is behind it. */
    public Lang language(HttpServletRequest request) {
        var wanted = Languages.preferred(request);
        if (wanted != null) return languages.of(wanted);
        return languages.of(Visitor.of(request).map(Me::language).orElse(null));
    }
}
