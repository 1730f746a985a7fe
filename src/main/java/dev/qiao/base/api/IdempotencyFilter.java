package dev.qiao.base.api;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Idempotency.Key;
import dev.qiao.base.web.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
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
    private final Flights flights;
    private final TransactionTemplate transaction;
    private final RequestMappingHandlerMapping handlers;

    IdempotencyFilter(
            Problems problems,
            Idempotency idempotency,
            Flights flights,
            PlatformTransactionManager transactions,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        super(problems);
        this.idempotency = idempotency;
        this.flights = flights;
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
            onTheWay(key, request, response, chain);
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

    private void onTheWay(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var before = flights.board(key);
        if (before.isPresent()) {
            before.get().write(response);
            return;
        }
        var caught = new ContentCachingResponseWrapper(response);
        var answer = Optional.<Answer>empty();
        try {
            Idempotency.attach(request, key);
            pass(request, caught, chain);
            if (caught.getStatus() < 300) answer = Optional.of(Answer.of(caught));
        } finally {
            flights.land(key, answer);
        }
        caught.copyBodyToResponse();
    }

    private void once(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var caught = new ContentCachingResponseWrapper(response);
        var before = perform(key, request, caught, chain);
        if (before.isPresent()) before.get().write(response);
        else caught.copyBodyToResponse();
    }

    /** The stored answer, or nothing when it was done just now and the answer is in {@code caught}. */
    private Optional<Answer> perform(
            Key key, HttpServletRequest request, ContentCachingResponseWrapper caught, FilterChain chain) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!claimed(key)) return Optional.of(before(key));
            pass(request, caught, chain);
            if (caught.getStatus() < 300) idempotency.answered(key, Answer.of(caught));
            else status.setRollbackOnly();
            return Optional.empty();
        }));
    }

    private boolean claimed(Key key) {
        try {
            return idempotency.claim(key);
        } catch (CannotAcquireLockException | QueryTimeoutException _) {
            throw Refused.conflict("base.api.key_in_use");
        }
    }

    private Answer before(Key key) {
        return idempotency.stored(key).orElseThrow(() -> Refused.conflict("base.api.key_in_use"));
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
}
