package dev.qiao.signal.probe;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.base.reach.Trust;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Type;

/**
 * A probe as an administrator describes it.
 *
 * @param every so many seconds
 * @param limit milliseconds after which it was too slow to count
 * @param failures in a row after which it is down
 * @param successes in a row after which it is up again
 * @param slow milliseconds from which it is degraded; null: never
 * @param warnDays before a certificate ends
 * @param inside whether it may look where the desk does not call by itself: this machine, link-local and metadata addresses
 */
public record ProbeDraft(
        String name,
        Probe.Kind kind,
        String target,
        Expected expected,
        @Nullable Long service,
        int every,
        int limit,
        int failures,
        int successes,
        @Nullable Integer slow,
        List<Integer> warnDays,
        boolean inside,
        boolean active) {
    public static final List<Integer> WARN_DAYS = List.of(30, 14, 3);
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TARGET = 2_000;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_HOSTS = 20;
    private static final int DAY = 86_400;
    private static final int LONGEST_LIMIT = 60_000;
    private static final int MOST_IN_A_ROW = 20;
    private static final int LONGEST_WARNING = 366;

    public ProbeDraft {
        name = name.strip().replaceAll("\\s+", " ");
        target = target.strip();
        warnDays = warnDays.stream().distinct().sorted((a, b) -> b - a).toList();
    }

    /** With the usual numbers. */
    public static ProbeDraft usual(String name, Probe.Kind kind, String target) {
        return new ProbeDraft(
                name, kind, target, Expected.ANYTHING, null, 60, 10_000, 2, 1, null, WARN_DAYS, false, true);
    }

    /** Errors: every field that is wrong, at once. */
    ProbeDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> length("name", name, 1, LONGEST_NAME));
        wrong.read(() -> length("target", target, 1, LONGEST_TARGET));
        wrong.read(() -> Target.of(kind, target));
        wrong.read(() -> within("every", every, 10, DAY));
        wrong.read(() -> within("limit", limit, 100, Math.min(LONGEST_LIMIT, Math.max(100, every * 1_000))));
        wrong.read(() -> within("failures", failures, 1, MOST_IN_A_ROW));
        wrong.read(() -> within("successes", successes, 1, MOST_IN_A_ROW));
        wrong.read(() -> slow == null ? 0 : within("slow", slow, 1, LONGEST_LIMIT));
        wrong.read(() -> {
            warnDays.forEach(days -> within("warnDays", days, 1, LONGEST_WARNING));
            return within("warnDays", warnDays.size(), 0, MOST_IN_A_ROW);
        });
        wrong.read(this::expectation);
        wrong.raise();
        return this;
    }

    private Expected expectation() {
        length("content", expected.content(), 0, LONGEST_TEXT);
        length("value", expected.value(), 0, LONGEST_TEXT);
        if (!List.of("GET", "HEAD").contains(expected.method())) throw Refused.invalid("method", "signal.probe_method");
        if (expected.status() != null) within("status", expected.status(), 100, 599);
        within("hosts", expected.hosts().size(), 0, MOST_HOSTS);
        if (Type.value(expected.record()) < 0) throw Refused.invalid("record", "signal.probe_record");
        if (!expected.server().isEmpty()) Target.server(expected.server());
        Trust.checked("trust", expected.trust());
        try {
            if (expected.expression()) Pattern.compile(expected.content());
        } catch (PatternSyntaxException e) {
            throw Refused.invalid("content", "signal.probe_expression", expected.content());
        }
        return expected;
    }

    private static String length(String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most || text.indexOf('\0') >= 0)
            throw Refused.invalid(field, "signal.probe_length", least, most);
        return text;
    }

    private static int within(String field, int number, int least, int most) {
        if (number < least || number > most) throw Refused.invalid(field, "signal.probe_number", least, most);
        return number;
    }
}
