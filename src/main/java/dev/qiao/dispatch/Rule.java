package dev.qiao.dispatch;

import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list that sends work to teams: what it names must hold, what it leaves open does not traits. The first rule that
 * matches decides.
 *
 * @param place order in the list, smallest first
 * @param category also matches everything below it
 * @param vip only what is for VIPs
 * @param words any one of them in title or description is enough
 */
public record Rule(
        long id,
        int place,
        String name,
        @Nullable Kind kind,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long organization,
        List<String> words,
        @Nullable Priority priority,
        boolean vip,
        long team,
        boolean active,
        int version) {

    /** For everybody. */
    public Rule(
            long id,
            int place,
            String name,
            @Nullable Kind kind,
            @Nullable Long category,
            @Nullable Long service,
            @Nullable Long organization,
            List<String> words,
            @Nullable Priority priority,
            long team,
            boolean active,
            int version) {
        this(id, place, name, kind, category, service, organization, words, priority, false, team, active, version);
    }

    public Rule {
        words = List.copyOf(words);
    }

    /** Whether each condition that it has holds. */
    public boolean matches(Traits traits) {
        return active
                && (!vip || traits.vip())
                && openOr(kind, traits.kind())
                && openOr(priority, traits.priority())
                && openOr(service, traits.service())
                && openOr(organization, traits.organization())
                && (category == null || traits.categories().contains(category))
                && (words.isEmpty() || words.stream().map(Traits::folded).anyMatch(traits.text()::contains));
    }

    private static boolean openOr(@Nullable Object wanted, @Nullable Object actual) {
        return wanted == null || wanted.equals(actual);
    }
}
