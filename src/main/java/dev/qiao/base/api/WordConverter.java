package dev.qiao.base.api;

import dev.qiao.base.Coded;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.stereotype.Component;

/** Words in addresses, queries and forms are their codes, as they are in JSON. */
@Component
class WordConverter implements ConditionalGenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Enum.class));
    }

    @Override
    public boolean matches(TypeDescriptor from, TypeDescriptor to) {
        return Coded.class.isAssignableFrom(to.getType());
    }

    @Override
    public @Nullable Object convert(@Nullable Object code, TypeDescriptor from, TypeDescriptor to) {
        if (code == null || code.equals("")) return null;
        return Arrays.stream(to.getType().getEnumConstants())
                .filter(word -> ((Coded) word).code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such word: " + code));
    }
}
