package dev.qiao.base.api;

import dev.qiao.base.web.Hatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Every failure under {@code /api/} or at a {@link Hatch} ends here, whichever handler it came from, or none. */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {
    private final Problems problems;
    private final List<Hatch> hatches;

    ApiErrors(Problems problems, List<Hatch> hatches) {
        this.problems = problems;
        this.hatches = hatches;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!programs(request.getRequestURI())) return null;
        try {
            problems.write(request, response, failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private boolean programs(String address) {
        return address.startsWith("/api/") || hatches.stream().anyMatch(hatch -> hatch.covers(address));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
