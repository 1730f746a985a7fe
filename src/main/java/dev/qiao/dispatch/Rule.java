package dev.qiao.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list that sends work to teams: what it names must hold, what it leaves open does not matter. The first rule that
 * matches decides.
 *
 * @param place order in the list, smallest first
 * @param category also matches everything below it
 * @param words any one of them in title or description is enough
 */
public record Rule(
        long id,
        int place,
        String name,
        @Nullable String kind,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long organization,
        List<String> words,
        @Nullable String priority,
        long team,
        boolean active,
        int version) {

    public Rule {
        words = List.copyOf(words);
    }

    public boolean matches(Matter matter) {
        return active
                && openOr(kind, matter.kind())
                && openOr(priority, matter.priority())
                && openOr(service, matter.service())
                && openOr(organization, matter.organization())
                && (category == null || matter.categories().contains(category))
                && (words.isEmpty() || words.stream().map(Matter::folded).anyMatch(matter.text()::contains));
    }

    private static boolean openOr(@Nullable Object wanted, @Nullable Object actual) {
        return wanted == null || wanted.equals(actual);
    }
}
