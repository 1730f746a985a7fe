package dev.qiao.dispatch;

import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Priority;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a decision looks at in a ticket.
 *
 * @param team already chosen by a person, so that no rule is asked
 * @param categories the category and those above it
 * @param vip whether whoever it is for comes first
 * @param text title and description
 */
public record Traits(
        @Nullable Long team,
        Kind kind,
        Priority priority,
        List<Long> categories,
        @Nullable Long service,
        @Nullable Long organization,
        boolean vip,
        String text) {

    /** Of nobody who comes first. */
    public Traits(
            @Nullable Long team,
            Kind kind,
            Priority priority,
            List<Long> categories,
            @Nullable Long service,
            @Nullable Long organization,
            String text) {
        this(team, kind, priority, categories, service, organization, false, text);
    }

    public Traits {
        categories = List.copyOf(categories);
        text = folded(text);
    }

    /** Full-width and half-width, upper and lower case are the same word. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
