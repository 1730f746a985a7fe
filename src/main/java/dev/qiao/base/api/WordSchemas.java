package dev.qiao.base.api;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.qiao.base.Coded;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Describes words by their codes, a merge patch as the object that it is, and gives each record a name of its own. */
@Lazy
@Component
class WordSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> others) {
        var whole = TypeFactory.defaultInstance().constructType(annotated.getType());
        var type = whole.getRawClass();
        if (JsonNode.class.isAssignableFrom(type)) return new ObjectSchema();
        if (type == Patch.class) {
            var patch = new ObjectSchema();
            patch.setAdditionalProperties(true);
            patch.setDescription("JSON merge patch (RFC 7396): what is absent stays, null empties");
            return patch;
        }
        if (type.isEnum() && Coded.class.isAssignableFrom(type)) {
            var words = new StringSchema();
            WordReader.known(type).forEach(words::addEnumItem);
            return words;
        }
        if (type.getName().startsWith("dev.qiao.") && annotated.getName() == null) annotated.setName(name(whole));
        if (!others.hasNext()) return null;
        var schema = others.next().resolve(annotated, context, others);
        if (type.isRecord() && schema != null) tell(type, described(schema, context));
        return schema;
    }

    private static Schema<?> described(Schema<?> schema, ModelConverterContext context) {
        if (schema.get$ref() == null) return schema;
        var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        return Objects.requireNonNullElse(context.getDefinedModels().get(name), schema);
    }

    /** Many controllers have a record {@code Shown}: it goes by the name of its resource as well. */
    private static String name(JavaType type) {
        var name = new StringBuilder(type.getRawClass().getSimpleName());
        var outer = type.getRawClass().getEnclosingClass();
        if (outer != null && outer.getSimpleName().endsWith("Api"))
            name.insert(0, outer.getSimpleName().replaceFirst("Api$", ""));
        for (int n = 0; n < type.containedTypeCount(); n++) name.append(name(type.containedType(n)));
        return name.toString();
    }

    /** Says of a record what its code says: which components are always there, and which may be null. */
    private static void tell(Class<?> type, Schema<?> described) {
        if (described.getProperties() == null) return;
        for (var component : type.getRecordComponents()) {
            var property = described.getProperties().get(component.getName());
            if (property == null) continue;
            if (!nullable(component)) described.addRequiredItem(component.getName());
            else described.getProperties().put(component.getName(), orNull(property));
        }
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Told a second time it stays as it is. */
    private static Schema<?> orNull(Schema<?> property) {
        if (property.getAnyOf() != null) return property;
        if (property.get$ref() != null || property.getEnum() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        if (property.getTypes() == null && property.getType() == null) return property;
        var types = new LinkedHashSet<String>();
        if (property.getTypes() == null) types.add(property.getType());
        else types.addAll(property.getTypes());
        types.add("null");
        property.setTypes(types);
        return property;
    }
}
