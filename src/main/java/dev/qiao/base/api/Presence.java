package dev.qiao.base.api;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of a record's description what its code says: which components are always there, and which may be null. */
final class Presence {
    private Presence() {}

    static void tell(Class<?> type, Schema<?> described) {
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
