package dev.qiao.base.web.entry;

import dev.qiao.base.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The database keeps no NUL, so no list of a page is asked for one and no form brings one in; drafts leave them out. The API says so
 * before, in its own words.
 */
@Component
class NoNul implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null && query.contains("%00")) throw Refused.malformed(null, "base.api.nul");
        var type = request.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            request.getParameterMap().forEach((field, values) -> {
                if (String.join("", values).indexOf('\0') >= 0) throw Refused.malformed(field, "base.api.nul");
            });
        }
        return true;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/drafts");
    }
}
