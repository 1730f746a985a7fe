package dev.qiao.base.api;

import dev.qiao.base.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Refuses what is sent to an act that takes no words: who sends them believes that they are heard. An empty object says nothing. */
@Component
class Bodiless implements HandlerInterceptor, WebMvcConfigurer {
    private static final int MOST = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var type = request.getContentType();
        boolean words = type != null && type.contains("json") && request.getContentLengthLong() != 0;
        if (!words || !(handler instanceof HandlerMethod method) || hears(method)) return true;
        var sent = request.getInputStream().readNBytes(MOST);
        try {
            var names = JSON.readTree(sent).propertyNames();
            if (!names.isEmpty()) {
                var name = names.iterator().next();
                throw Refused.invalid(name, "base.api.no_words", name);
            }
            return true;
        } catch (JacksonException broken) {
            throw JsonFault.of(broken);
        }
    }

    private static boolean hears(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(Bodiless::hears);
    }

    private static boolean hears(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class) || parameter.getParameterType() == Patch.class;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }
}
