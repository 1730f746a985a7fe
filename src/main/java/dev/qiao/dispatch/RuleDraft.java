package dev.qiao.dispatch;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Priority;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as an administrator describes it, before it has its place in the list. */
public record RuleDraft(
        String name,
        @Nullable Kind kind,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long organization,
        List<String> words,
        @Nullable Priority priority,
        boolean vip,
        long team,
        boolean active) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 50;

    /** For everybody. */
    public RuleDraft(
            String name,
            @Nullable Kind kind,
            @Nullable Long category,
            @Nullable Long service,
            @Nullable Long organization,
            List<String> words,
            @Nullable Priority priority,
            long team,
            boolean active) {
        this(name, kind, category, service, organization, words, priority, false, team, active);
    }

    public RuleDraft {
        name = name.strip();
        words = List.copyOf(new LinkedHashSet<>(
                words.stream().map(String::strip).filter(w -> !w.isEmpty()).toList()));
    }

    static RuleDraft of(Rule rule) {
        return new RuleDraft(
                rule.name(),
                rule.kind(),
                rule.category(),
                rule.service(),
                rule.organization(),
                rule.words(),
                rule.priority(),
                rule.vip(),
                rule.team(),
                rule.active());
    }

    /** Errors: every field that is wrong, at once. */
    RuleDraft checked() {
        var problems = new ArrayList<Problem>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(new Problem("name", "dispatch.name_length", List.of(LONGEST_NAME)));
        }
        if (words.size() > MOST_WORDS || words.stream().anyMatch(w -> w.length() > LONGEST_WORD)) {
            problems.add(new Problem("words", "dispatch.words_range", List.of(MOST_WORDS, LONGEST_WORD)));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return this;
    }
}
