package dev.qiao.signal.rule;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Conditions that all have to hold; none: everything matches. */
public record Matchers(List<Matcher> all) {
    private static final int MOST = 20;

    public Matchers {
        all = List.copyOf(all);
    }

    /** One a line; empty lines say nothing. Errors: invalid, for every line that is wrong. */
    public static Matchers read(List<String> lines) {
        var said = lines.stream().filter(line -> !line.isBlank()).toList();
        if (said.size() > MOST) throw Refused.invalid("matchers", "signal.matchers_many", MOST);
        var wrong = new Objections();
        var all = new ArrayList<Matcher>();
        for (var line : said) {
            var matcher = wrong.read(() -> Matcher.read(line));
            if (matcher != null) all.add(Objects.requireNonNull(matcher));
        }
        wrong.raise();
        return new Matchers(all);
    }

    public boolean matches(Traits traits) {
        return all.stream().allMatch(matcher -> matcher.matches(traits));
    }

    /** Whether even an alert of which nothing is known matches: they single nothing out. */
    public boolean loose() {
        return matches(Traits.NOTHING);
    }

    /** As they are written. */
    public List<String> lines() {
        return all.stream().map(Matcher::toString).toList();
    }
}
