package dev.qiao.base.api;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Idempotency.Answer;
import dev.qiao.base.api.Idempotency.Key;
import dev.qiao.base.web.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/** Does a POST with an {@code Idempotency-Key} once: the key, the act and the answer in one transaction. */
@Component
@Order(30)
class IdempotencyFilter extends ApiFilter {
    private static final String HEADER = "Idempotency-Key";

    private final Idempotency idempotency;
    private final TransactionTemplate transaction;
    private final RequestMappingHandlerMapping handlers;

    IdempotencyFilter(
            Problems problems,
            Idempotency idempotency,
            PlatformTransactionManager transactions,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        super(problems);
        this.idempotency = idempotency;
        this.transaction = new TransactionTemplate(transactions);
        this.handlers = handlers;
    }

    @Override
    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var header = request.getHeader(HEADER);
        var me = Visitor.of(request);
        if (header == null || me.isEmpty() || !request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        var key = key(header, me.get(), request);
        if (batched(request)) {
            Idempotency.attach(request, key);
            chain.doFilter(request, response);
        } else {
            once(key, request, response, chain);
        }
    }

    private static Key key(String header, Me me, HttpServletRequest request) throws IOException, ServletException {
        if (!header.matches("[\\x21-\\x7e]{1,200}")) throw Refused.malformed(HEADER, "base.api.bad_key");
        return new Key(me.id(), header, Digest.of(request));
    }

    private boolean batched(HttpServletRequest request) {
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) ServletRequestPathUtils.parseAndCache(request);
            var handler = handlers.getHandler(request);
            return handler != null
                    && handler.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(Batched.class);
        } catch (Exception _) {
            return false;
        }
    }

    private void once(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var caught = new ContentCachingResponseWrapper(response);
        var before = perform(key, request, caught, chain);
        if (before.isPresent()) replay(before.get(), response);
        else caught.copyBodyToResponse();
    }

    /** The stored answer, or nothing when it was done just now and the answer is in {@code caught}. */
    private Optional<Answer> perform(
            Key key, HttpServletRequest request, ContentCachingResponseWrapper caught, FilterChain chain) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!idempotency.claimed(key)) return Optional.of(stored(key));
            pass(request, caught, chain);
            if (caught.getStatus() < 300) idempotency.answered(key, answer(caught));
            else status.setRollbackOnly();
            return Optional.empty();
        }));
    }

    private Answer stored(Key key) {
        var answer = idempotency.stored(List.of(key)).get(key);
        if (answer == null) throw Refused.conflict("base.api.key_in_use");
        return answer;
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(ContentCachingResponseWrapper caught) {
        return new Answer(
                caught.getStatus(),
                caught.getHeader(HttpHeaders.LOCATION),
                caught.getHeader(HttpHeaders.ETAG),
                Objects.requireNonNullElse(caught.getContentType(), ""),
                caught.getContentAsByteArray());
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        header(response, HttpHeaders.LOCATION, answer.location());
        header(response, HttpHeaders.ETAG, answer.etag());
        if (!answer.type().isEmpty()) response.setContentType(answer.type());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static void header(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) response.setHeader(name, value);
    }
}
