package dev.qiao.base.server;

import dev.qiao.base.Refused;
import dev.qiao.base.api.Problems;
import dev.qiao.base.web.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/** While the database is started again, everybody is told at once to come back in a moment. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Away extends OncePerRequestFilter {
    private static final Set<String> ALWAYS = Set.of("/health", "/health/ready", "/metrics");
    private static final String RETRY_SECONDS = "2";

    private final Database database;
    private final Languages languages;
    private final Problems problems;

    Away(Database database, Languages languages, Problems problems) {
        this.database = database;
        this.languages = languages;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (database.up() || ALWAYS.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(request, response, Refused.unavailable("base.api.database_away"));
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        var language = languages.of(Languages.preferred(request));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", language.locale().toLanguageTag());
        var body = page(language.tag(), language.t("base.database_away"));
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(String language, String text) {
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta http-equiv="refresh" content="%s"><title>Qiao</title></head>
                <body><p>%s</p></body>
                </html>
                """.formatted(language, RETRY_SECONDS, HtmlUtils.htmlEscape(text));
    }
}
