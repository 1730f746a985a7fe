package dev.qiao.base.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The head of the description: what it is, how one signs in, how problems look; and each operation under the noun of its address. */
@Lazy
@Component
class ApiWhole implements GlobalOpenApiCustomizer {
    static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";
    private static final String ROOT = "/api/v1/";

    /** What may be one of several kinds is told apart by a word in it, not by fitting only one of them. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // so the library declares them
    private static void loosen(Schema<?> schema) {
        if (schema.getProperties() == null) return;
        for (Schema property : schema.getProperties().values()) {
            if (property.getOneOf() == null) continue;
            property.setAnyOf(property.getOneOf());
            property.setOneOf(null);
        }
    }

    @Override
    public void customise(OpenAPI whole) {
        whole.info(new Info()
                .title("Qiao")
                .version("v1")
                .description("The service desk. References go in by code, login or number and come out as {code, name};"
                        + " lists answer {items, next}; a problem has one of the statuses " + ApiOperations.statuses()
                        + "."));
        whole.servers(List.of(new Server().url("/")));
        if (whole.getComponents() == null) whole.setComponents(new Components());
        whole.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        whole.security(List.of(new SecurityRequirement().addList(BEARER)));
        var problem = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Problems.Body.class).resolveAsRef(false));
        problem.referencedSchemas.forEach(whole.getComponents()::addSchemas);
        whole.getComponents().addSchemas(PROBLEM, problem.schema);
        whole.getComponents().getSchemas().values().forEach(ApiWhole::loosen);
        whole.setTags(null);
        Objects.requireNonNullElseGet(whole.getPaths(), io.swagger.v3.oas.models.Paths::new)
                .forEach((path, item) -> {
                    var noun = path.replaceFirst("^" + ROOT, "").replaceFirst("/.*", "");
                    item.readOperationsMap().forEach((method, operation) -> {
                        operation.setTags(List.of(noun));
                        operation.setOperationId(method.name().toLowerCase(java.util.Locale.ROOT)
                                + path.substring(Math.min(path.length(), ROOT.length() - 1))
                                        .replaceAll("[/{}.-]+", "_"));
                    });
                });
    }
}
