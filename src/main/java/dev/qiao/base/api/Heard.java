package dev.qiao.base.api;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses what a query or a body says and no handler hears: a misspelt filter would answer with too much, and who sends words believes
 * that they are heard. What a handler hears is read from its own parameters; an empty object says nothing.
 */
@Component
class Heard implements HandlerInterceptor, WebMvcConfigurer {
    /** Records that come from elsewhere than the query. */
    private static final Set<Class<?>> GIVEN = Set.of(Me.class, IfMatch.class, Patch.class);

    private static final int MOST = 10_000;
    private static final String METHOD = Heard.class.getName();
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) return true;
        request.setAttribute(METHOD, method);
        query(request.getQueryString(), method);
        body(request, method);
        return true;
    }

    private static void body(HttpServletRequest request, HandlerMethod method) throws IOException {
        var type = request.getContentType();
        boolean words = type != null && type.contains("json") && request.getContentLengthLong() != 0;
        if (!words || Arrays.stream(method.getMethodParameters()).anyMatch(Heard::takesBody)) return;
        try {
            var sent = JSON.readTree(request.getInputStream().readNBytes(MOST));
            if (sent.isMissingNode()) return;
            if (!sent.isObject()) throw Refused.malformed(null, "base.garbled");
            for (var name : sent.propertyNames()) throw Refused.invalid(name, "base.api.no_words", name);
        } catch (JacksonException broken) {
            throw JsonFault.of(broken);
        }
    }

    /** The same cause, or all that is wrong with a body of which the first fault was met. */
    static Throwable whole(HttpServletRequest request, Throwable cause) {
        var read = WebUtils.getNativeRequest(request, ReadRequest.class);
        if (read == null || !(cause instanceof HttpMessageNotReadableException)) return cause;
        if (!(cause.getCause() instanceof JacksonException fault)) return cause;
        if (!(request.getAttribute(METHOD) instanceof HandlerMethod method)) return cause;
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .findFirst()
                .<Throwable>map(parameter -> JsonFault.all(fault, read.body(), parameter.getGenericParameterType()))
                .orElse(cause);
    }

    private static boolean takesBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class) || parameter.getParameterType() == Patch.class;
    }

    private void query(@Nullable String query, HandlerMethod method) {
        if (query == null) return;
        var heard = known.computeIfAbsent(method.getMethod(), _ -> heard(method));
        var unknown = names(query);
        unknown.removeAll(heard);
        if (unknown.isEmpty()) return;
        throw Refused.malformed(
                unknown.stream().map(name -> problem(name, heard)).toList());
    }

    private static Problem problem(String name, Set<String> heard) {
        return heard.isEmpty()
                ? new Problem(name, "base.api.no_parameters", List.of(name))
                : new Problem(name, "base.api.unknown_parameter", List.of(name, String.join(", ", heard)));
    }

    private static SequencedSet<String> names(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Set<String> heard(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(Heard::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(MethodParameter parameter) {
        var named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null)
            return Stream.of(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
        var type = parameter.getParameterType();
        if (type == Paging.class) return Stream.of("limit", "cursor");
        boolean query = type.isRecord() && !GIVEN.contains(type) && parameter.getParameterAnnotations().length == 0;
        return query ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName) : Stream.empty();
    }

    /** After the rights: who may not come in is not told what is asked for inside. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }
}
