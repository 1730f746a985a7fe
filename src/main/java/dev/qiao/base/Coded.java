package dev.qiao.base;

import java.util.Arrays;
import java.util.Locale;

/** A word that is stored and spoken in the API as a code: {@code ON_HOLD} is {@code on_hold}. */
public interface Coded {
    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Errors: an unknown code is {@code invalid}, naming the field and the codes that are known. */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String field, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field, "base.unknown_word", code, known(type)));
    }

    static <E extends Enum<E> & Coded> String known(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Coded::code).toList());
    }
}
