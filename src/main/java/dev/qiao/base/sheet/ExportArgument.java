package dev.qiao.base.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a handler the {@link Export} that is asked for: {@code format} and {@code as} in its address. */
@Component
class ExportArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Exports exports;

    ExportArgument(Exports exports) {
        this.exports = exports;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Export.class;
    }

    /** The file is the answer: no page is drawn after it. */
    @Override
    public Export resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (container != null) container.setRequestHandled(true);
        var response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        var format = request.getParameter("format");
        return new Export(
                exports, format == null || format.isEmpty() ? "csv" : format, request.getParameter("as"), response);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
