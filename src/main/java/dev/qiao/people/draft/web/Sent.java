package dev.qiao.people.draft.web;

import dev.qiao.base.web.Visitor;
import dev.qiao.people.draft.Drafts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A form names its draft in a header; when the act succeeded, the draft goes with the same request. Were it the page's business,
 * a browser that dies after sending would offer the same words again.
 */
@Component
class Sent implements HandlerInterceptor, WebMvcConfigurer {
    private static final String HEADER = "Qiao-Draft";

    private final Drafts drafts;

    Sent(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var name = request.getHeader(HEADER);
        if (name == null || request.getMethod().equals("GET")) return;
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) return;
        Visitor.of(request).ifPresent(me -> drafts.clear(decoded(name), me));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }
}
