package dev.qiao.base.api;

import dev.qiao.base.Coded;
import dev.qiao.base.Outage;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/**
 * What went wrong with a request, whoever noticed it.
 *
 * @param word the end of its title's message key
 */
record Failure(int status, String word, List<Problem> problems, Map<String, String> headers) {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
    private static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "5");

    static Failure of(Throwable cause) {
        return switch (cause) {
            case Refused refused -> refused(refused);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException wrong -> mismatch(wrong.getName(), wrong.getRequiredType());
            case MissingServletRequestParameterException missing ->
                one(400, "malformed", missing.getParameterName(), "base.api.missing");
            case MissingServletRequestPartException missing ->
                one(400, "malformed", missing.getRequestPartName(), "base.api.missing");
            case MaxUploadSizeExceededException _ -> one(413, "too_large", "file", "base.api.upload_too_large");
            case MultipartException _ -> one(400, "malformed", null, "base.api.bad_multipart");
            case HttpRequestMethodNotSupportedException wrong -> method(wrong);
            case HttpMediaTypeNotSupportedException wrong ->
                one(415, "media", null, "base.api.media", types(wrong.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException wrong ->
                one(406, "not_acceptable", null, "base.api.not_acceptable", types(wrong.getSupportedMediaTypes()));
            case NoResourceFoundException missing ->
                one(404, "not_found", null, "base.api.no_route", "/" + missing.getResourcePath());
            case NoHandlerFoundException missing ->
                one(404, "not_found", null, "base.api.no_route", missing.getRequestURL());
            case ErrorResponseException other
            when other.getStatusCode().is4xxClientError() -> one(400, "malformed", null, "base.api.expected.other");
            default -> unexpected(cause);
        };
    }

    private static Failure refused(Refused refused) {
        var headers = switch (refused.status()) {
            case TOO_MANY, UNAVAILABLE -> Map.of("Retry-After", Long.toString(refused.retryAfterSeconds()));
            case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer");
            case INVALID, MALFORMED, FORBIDDEN, NOT_FOUND, CONFLICT, STALE, TOO_LARGE -> Map.<String, String>of();
        };
        return new Failure(
                refused.status().code,
                refused.status().name().toLowerCase(java.util.Locale.ROOT),
                refused.problems(),
                headers);
    }

    private static Failure unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) return refused(refused);
            if (cause instanceof JacksonException fault) return refused(JsonFault.of(fault));
        }
        return one(400, "malformed", null, "base.api.no_body");
    }

    private static Failure mismatch(String name, @Nullable Class<?> type) {
        return type != null && type.isEnum() && Coded.class.isAssignableFrom(type)
                ? one(400, "malformed", name, "base.api.expected.word", String.join(", ", WordReader.known(type)))
                : one(400, "malformed", name, "base.api.expected." + JsonFault.expected(type));
    }

    private static Failure method(HttpRequestMethodNotSupportedException wrong) {
        Set<String> known = new TreeSet<>();
        if (wrong.getSupportedMethods() != null) known.addAll(List.of(wrong.getSupportedMethods()));
        var allow = String.join(", ", known);
        return new Failure(
                405, "method", List.of(new Problem(null, "base.api.method", List.of(allow))), Map.of("Allow", allow));
    }

    private static Failure unexpected(Throwable cause) {
        if (Outage.is(cause)) {
            LOG.warn("the database is away: {}", cause.toString());
            return new Failure(
                    503, "unavailable", List.of(new Problem(null, "base.api.database_away", List.of())), RETRY_SOON);
        }
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("failure {}", number, cause);
        return one(500, "failed", null, "base.api.failed", number);
    }

    private static String types(List<MediaType> types) {
        return types.isEmpty()
                ? MediaType.APPLICATION_JSON_VALUE
                : types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }

    private static Failure one(int status, String word, @Nullable String field, String key, Object... arguments) {
        return new Failure(status, word, List.of(new Problem(field, key, List.of(arguments))), Map.of());
    }
}
