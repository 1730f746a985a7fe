package dev.qiao.feedback.theme;

import java.util.List;
import java.util.Locale;

/** What people speak about; a comment belongs to it when it holds one of these words. */
public record Theme(String name, List<String> words) {
    public Theme {
        name = name.strip();
        words = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    boolean holds(String comment) {
        var folded = comment.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> folded.contains(word.toLowerCase(Locale.ROOT)));
    }
}
