package dev.qiao.base.web;

import dev.qiao.base.Db;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Before a page reads anything, the snapshot of the database is noted, so that its live stream can begin exactly there. A number
 * or a time would not do: an act that began earlier may commit later. The forms on it go by the same mark, also where a part of the
 * page is taken anew.
 */
@Component
final class Marking implements HandlerInterceptor, WebMvcConfigurer {
    private static final String MARK = Marking.class.getName();

    private final Db db;

    Marking(Db db) {
        this.db = db;
    }

    static String of(HttpServletRequest request) {
        return request.getAttribute(MARK) instanceof String mark ? mark : "";
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (page(request)) {
            request.setAttribute(
                    MARK, db.sql("select pg_current_snapshot()::text as mark").one(row -> row.text("mark")));
        }
        return true;
    }

    private static boolean page(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")
                && Visitor.of(request).isPresent();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }
}
