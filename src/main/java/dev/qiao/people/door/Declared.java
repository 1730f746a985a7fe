package dev.qiao.people.door;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Open;
import dev.qiao.base.web.Visitor;
import dev.qiao.base.web.Whereabouts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Deny by default: a handler is reached by those whom it declares, and by nobody when it declares nothing. */
@Component
class Declared implements HandlerInterceptor, WebMvcConfigurer {
    private static final String REASON = Declared.class.getName();

    /** Why nobody was recognized, to be said where somebody is needed. */
    static void explain(HttpServletRequest request, Refused reason) {
        request.setAttribute(REASON, reason);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || request.getDispatcherType() == DispatcherType.ERROR)
            return true;
        var garbled = Garbled.reason(request);
        if (garbled.isPresent()) throw garbled.get();
        if (declaration(method, Open.class) != null) return true;
        var needs = declaration(method, Needs.class);
        if (needs == null) throw Refused.forbidden("people.undeclared");
        var me = Visitor.of(request).orElse(null);
        if (me == null) return stranger(request, response);
        mustHave(me, needs);
        return true;
    }

    private static void mustHave(Me me, Needs needs) {
        if (needs.value().length > 0 && Arrays.stream(needs.value()).noneMatch(me::may)) {
            throw Refused.forbidden("base.missing_permission", needs.value()[0].code());
        }
    }

    /** A reader of pages is led to the sign-in and back; a program is told. */
    private static boolean stranger(HttpServletRequest request, HttpServletResponse response) {
        boolean htmx = request.getHeader("HX-Request") != null;
        boolean reader =
                htmx || String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
        if (Recognition.api(request) || !reader) {
            throw request.getAttribute(REASON) instanceof Refused reason
                    ? reason
                    : Refused.unauthenticated("people.sign_in_first");
        }
        var to = "/signin?to=" + URLEncoder.encode(wanted(request, htmx), StandardCharsets.UTF_8);
        response.setStatus(htmx ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(htmx ? "HX-Redirect" : HttpHeaders.LOCATION, to);
        return false;
    }

    /** The page to come back to. */
    private static String wanted(HttpServletRequest request, boolean htmx) {
        if (htmx) return Whereabouts.page(request.getHeader("HX-Current-URL"));
        if (!request.getMethod().equals("GET")) return "/";
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
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
