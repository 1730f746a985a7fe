package dev.qiao.base.api;

import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Open;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what all have in common: paging, versions, keys, rights, problems. */
@Lazy
@Component
class ApiOperations implements GlobalOperationCustomizer {
    static final String ACT = "x-act";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.addExtension(ACT, handler.getMethod().getName());
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == Paging.class) {
                operation.addParametersItem(query("limit", limit(), "how many, at most " + Paging.MOST));
                operation.addParametersItem(query("cursor", new StringSchema(), "`next` of the page before"));
            }
            if (parameter.getParameterType() == IfMatch.class)
                operation.addParametersItem(header("If-Match", "the version that was seen, as in ETag: \"v3\""));
        }
        if (handler.hasMethodAnnotation(PostMapping.class))
            operation.addParametersItem(header("Idempotency-Key", "the same key and body are done once, for 48 hours"));
        operation.setDescription(rights(handler));
        operation.getResponses().addApiResponse("default", problem());
        return operation;
    }

    private static IntegerSchema limit() {
        var limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(Paging.MOST));
        limit.setDefault(Paging.STANDARD);
        return limit;
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new Parameter()
                .in("query")
                .name(name)
                .schema(schema)
                .required(false)
                .description(description);
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .schema(new StringSchema())
                .required(false)
                .description(description);
    }

    private static String rights(HandlerMethod handler) {
        if (declared(handler, Open.class)) return "Open to everybody.";
        var own = handler.getMethodAnnotation(Needs.class);
        var needs = own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class);
        if (needs == null || needs.value().length == 0) return "For everybody who is signed in.";
        return Arrays.stream(needs.value()).map(Permission::code).collect(Collectors.joining(" or ", "Needs ", "."));
    }

    private static boolean declared(HandlerMethod handler, Class<Open> open) {
        return handler.hasMethodAnnotation(open)
                || (!handler.hasMethodAnnotation(Needs.class)
                        && AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), open));
    }

    private static ApiResponse problem() {
        var schema = new Schema<>().$ref("#/components/schemas/" + ApiWhole.PROBLEM);
        return new ApiResponse()
                .description("What went wrong (RFC 9457)")
                .content(new Content().addMediaType(Problems.TYPE, new MediaType().schema(schema)));
    }

    /** The statuses that a problem may have, for the description as a whole. */
    static List<Integer> statuses() {
        return List.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429, 500, 503);
    }
}
