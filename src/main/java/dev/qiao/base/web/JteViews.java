package dev.qiao.base.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Turns the view name {@code ticket/web/show} into the template of that path, and {@code redirect:} into what the asker follows. */
@Component
class JteViews implements ViewResolver, Ordered {
    private static final String REDIRECT = "redirect:";
    private static final String PAGE = "<!doctype html>";

    private final Templates templates;
    private final Pages pages;
    private final ObjectProvider<Surround> surrounds;

    JteViews(Templates templates, Pages pages, ObjectProvider<Surround> surrounds) {
        this.templates = templates;
        this.pages = pages;
        this.surrounds = surrounds;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) return new Redirect(name.substring(REDIRECT.length()));
        return templates.has(name) ? new Template(name) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private final class Template implements View {
        private final String name;

        Template(String name) {
            this.name = name;
        }

        /** Spring's content negotiation skips a view that does not say this. */
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var values = new HashMap<String, Object>(model == null ? Map.of() : model);
            values.keySet().removeIf(key -> key.startsWith("org.springframework"));
            var page = (Page) values.computeIfAbsent("page", _ -> pages.of(request));
            var html = whole(templates.render(name, values), page);
            response.setContentType(getContentType());
            response.setHeader("Cache-Control", "no-store");
            response.setLocale(page.lang().locale());
            response.getWriter().write(html);
        }

        /** Only htmx puts a part where it belongs; anybody else gets the page around it. */
        private String whole(String html, Page page) {
            if (page.visit().fragment() || html.startsWith(PAGE)) return html;
            Content part = output -> output.writeContent(html);
            return surrounds.stream()
                    .flatMap(one -> one.around(page.visit().path(), part, page).stream())
                    .findFirst()
                    .orElse(html);
        }
    }

    /**
     * A browser is sent on by 303. For htmx, which would swap the whole page into a part of this one, a header says where to go;
     * or, when the reader is there already, that the parts of the page are to be taken anew.
     */
    private record Redirect(String to) implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            if (request.getHeader("HX-Request") == null) {
                response.setHeader("Location", to);
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                return;
            }
            response.setHeader(to.equals(here(request)) ? "Qiao-Changed" : "HX-Redirect", to);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }

        /** Where the act was done: the part of the page says so itself, or the page does. */
        private static String here(HttpServletRequest request) {
            var part = request.getHeader("Qiao-Here");
            return part == null ? Whereabouts.path(request.getHeader("HX-Current-URL")) : part;
        }
    }
}
