package dev.qiao.signal.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates by their words, so that a line finds its own in one walk. A word that is written in a template goes before a learned value. */
final class Tree {
    /** A walk tries other ways only so long, so that no choice of words makes it slow. */
    private static final int STEPS = 512;

    private final Branch root = new Branch();

    private static final class Branch {
        private final Map<String, Branch> written = new HashMap<>(2);
        private @Nullable Branch learned;
        private @Nullable Group group;

        boolean bare() {
            return written.isEmpty() && learned == null && group == null;
        }
    }

    void put(Group group) {
        var template = group.template();
        var branch = root;
        for (int n = 0; n < template.words().size(); n++) {
            if (template.learned().get(n)) {
                if (branch.learned == null) branch.learned = new Branch();
                branch = branch.learned;
            } else branch = branch.written.computeIfAbsent(template.words().get(n), _ -> new Branch());
        }
        branch.group = group;
    }

    void remove(Group group) {
        remove(root, group.template(), 0);
    }

    private static void remove(Branch branch, Template template, int n) {
        if (n == template.words().size()) {
            branch.group = null;
            return;
        }
        var word = template.words().get(n);
        var next = template.learned().get(n) ? branch.learned : branch.written.get(word);
        if (next == null) return;
        remove(next, template, n + 1);
        if (!next.bare()) return;
        if (template.learned().get(n)) branch.learned = null;
        else branch.written.remove(word);
    }

    @Nullable
    Group find(List<String> words) {
        return new Walk(words).from(root, 0);
    }

    private static final class Walk {
        private final List<String> words;
        private int steps;

        Walk(List<String> words) {
            this.words = words;
        }

        @Nullable
        Group from(Branch branch, int n) {
            if (n == words.size()) return branch.group;
            if (++steps > STEPS) return null;
            var written = branch.written.get(words.get(n));
            var found = written == null ? null : from(written, n + 1);
            return found != null || branch.learned == null ? found : from(branch.learned, n + 1);
        }
    }
}
