package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Open;
import dev.qiao.base.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Deny by default: a handler is reached by those whom it declares, and by nobody when it declares nothing. */
@Component
class Declared implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) admit(method, Visitor.of(request));
        return true;
    }

    private static void admit(HandlerMethod method, Optional<Me> visitor) {
        if (declaration(method, Open.class) != null) return;
        var needs = declaration(method, Needs.class);
        if (needs == null) throw Refused.forbidden("people.undeclared");
        var me = visitor.orElseThrow(() -> Refused.unauthenticated("people.sign_in_first"));
        if (needs.value().length > 0 && Arrays.stream(needs.value()).noneMatch(me::may)) {
            throw Refused.forbidden("base.missing_permission", needs.value()[0].code());
        }
    }

    /** What stands on the method goes before what stands on its class. */
    static <A extends Annotation> @Nullable A declaration(HandlerMethod method, Class<A> type) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        boolean declared = method.hasMethodAnnotation(Open.class) || method.hasMethodAnnotation(Needs.class);
        return own != null || declared ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MIN_VALUE);
    }
}
