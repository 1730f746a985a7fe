package dev.qiao.base.api;

import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.qiao.base.Coded;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Describes words by their codes, and a merge patch as the object that it is. */
@Lazy
@Component
class WordSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> others) {
        var type = TypeFactory.defaultInstance().constructType(annotated.getType()).getRawClass();
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
        return others.hasNext() ? others.next().resolve(annotated, context, others) : null;
    }
}
