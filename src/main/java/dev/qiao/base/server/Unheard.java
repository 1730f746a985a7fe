package dev.qiao.base.server;

import dev.qiao.base.Refused;
import dev.qiao.base.api.Problems;
import dev.qiao.base.web.Pages;
import dev.qiao.base.web.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Says in our words what the server refuses by itself, before any of our code is asked: an address or a header that cannot be read. */
final class Unheard extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(Unheard.class);
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ObjectProvider<Problems> problems;
    private final ObjectProvider<Pages> pages;
    private final ObjectProvider<Templates> templates;

    Unheard(ObjectProvider<Problems> problems, ObjectProvider<Pages> pages, ObjectProvider<Templates> templates) {
        this.problems = problems;
        this.pages = pages;
        this.templates = templates;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            var refused = refused(status, cause);
            Glimpse.into(request);
            var asked = request.getRequest();
            if (api(asked)) problems.getObject().write(asked, response.getResponse(), refused);
            else show(refused, asked, response);
            response.setStatus(status);
            response.finishResponse();
        } catch (IOException | RuntimeException e) {
            LOG.warn("a refusal could not be told: {}", e.toString());
        }
    }

    private static Refused refused(int status, @Nullable Throwable cause) {
        LOG.debug("refused by the server itself with {}", status, cause);
        return switch (status) {
            case 400 -> Refused.malformed(null, "base.unreadable_request");
            case 404 -> Refused.notFound("base.no_page");
            case 413 -> Refused.tooLarge("file", "base.upload_too_large");
            case 414, 431 -> Refused.tooLarge(null, "base.head_too_large");
            default ->
                status < 500
                        ? Refused.malformed(null, "base.garbled")
                        : Refused.unavailable("base.failed", Integer.toString(status));
        };
    }

    /** An address that could not be read is there as it came, or not at all. */
    private static boolean api(HttpServletRequest request) {
        var uri = request.getRequestURI();
        return uri != null && uri.startsWith("/api/");
    }

    private void show(Refused refused, HttpServletRequest request, Response response) throws IOException {
        var model = new HashMap<String, Object>();
        var page = pages.getObject().of(request);
        model.put("page", page);
        model.put("problems", refused.problems());
        model.put("title", "base.refused." + refused.status().name().toLowerCase(Locale.ROOT));
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", page.lang().locale().toLanguageTag());
        response.setContentType("text/html;charset=UTF-8");
        var writer = response.getReporter();
        if (writer != null) writer.write(templates.getObject().render("base/web/refused", model));
    }
}
