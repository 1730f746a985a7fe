package dev.qiao.base.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of a {@code select}: what is sent and what is read. */
public record Choice(String value, String label) {
    /**
     * What is offered, and besides what stands there now though it is offered no longer: who changes something else keeps it.
     *
     * @param name what it is called, where that is known
     */
    public static List<Choice> standing(
            List<Choice> offered, @Nullable String value, Function<String, Optional<String>> name) {
        if (value == null || value.isEmpty()) return offered;
        if (offered.stream().anyMatch(choice -> choice.value().equals(value))) return offered;
        return name.apply(value)
                .map(label -> Stream.concat(offered.stream(), Stream.of(new Choice(value, label)))
                        .toList())
                .orElse(offered);
    }
}
