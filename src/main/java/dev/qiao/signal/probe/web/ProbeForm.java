package dev.qiao.signal.probe.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.signal.probe.Expected;
import dev.qiao.signal.probe.Probe;
import dev.qiao.signal.probe.ProbeDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a probe holds; numbers and lists as they were typed.
 *
 * @param trust certificates in PEM
 * @param hosts one a line
 * @param warnDays with commas between them
 * @param seen the version that was read; null for a new probe
 */
public record ProbeForm(
        String name,
        String kind,
        String target,
        String method,
        String status,
        String content,
        @Nullable Boolean expression,
        @Nullable Boolean unverified,
        String trust,
        String hosts,
        String record,
        String value,
        String server,
        @Nullable Long service,
        String every,
        String limit,
        String failures,
        String successes,
        String slow,
        String warnDays,
        @Nullable Boolean inside,
        @Nullable Boolean active,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public ProbeForm {
        name = said(name);
        kind = said(kind);
        target = said(target);
        method = said(method);
        status = said(status);
        content = said(content);
        trust = said(trust);
        hosts = said(hosts);
        record = said(record);
        value = said(value);
        server = said(server);
        every = said(every);
        limit = said(limit);
        failures = said(failures);
        successes = said(successes);
        slow = said(slow);
        warnDays = said(warnDays);
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    static ProbeForm usual(Probe.Kind kind) {
        return of(ProbeDraft.usual("", kind, ""), null);
    }

    static ProbeForm of(ProbeDraft draft, @Nullable Integer seen) {
        var expected = draft.expected();
        return new ProbeForm(
                draft.name(),
                draft.kind().code(),
                draft.target(),
                expected.method(),
                expected.status() == null ? "" : expected.status().toString(),
                expected.content(),
                expected.expression(),
                expected.unverified(),
                expected.trust(),
                String.join("\n", expected.hosts()),
                expected.record(),
                expected.value(),
                expected.server(),
                draft.service(),
                Integer.toString(draft.every()),
                Integer.toString(draft.limit()),
                Integer.toString(draft.failures()),
                Integer.toString(draft.successes()),
                draft.slow() == null ? "" : draft.slow().toString(),
                draft.warnDays().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                draft.inside(),
                draft.active(),
                seen);
    }

    /** What this kind does not ask for is as usual. Errors: invalid, for a word that is unknown or a number that is none. */
    ProbeDraft draft() {
        var which = Coded.of(Probe.Kind.class, "kind", kind);
        var usual = ProbeDraft.usual(name, which, target);
        return new ProbeDraft(
                name,
                which,
                target,
                expected(usual.expected()),
                service,
                whole("every", every, usual.every()),
                whole("limit", limit, usual.limit()),
                whole("failures", failures, usual.failures()),
                whole("successes", successes, usual.successes()),
                slow.isEmpty() ? null : whole("slow", slow, 0),
                warnDays.isEmpty()
                        ? List.of()
                        : Arrays.stream(warnDays.split("[,，、\\s]+"))
                                .map(days -> whole("warnDays", days, 0))
                                .toList(),
                Boolean.TRUE.equals(inside),
                Boolean.TRUE.equals(active));
    }

    private Expected expected(Expected usual) {
        return new Expected(
                method.isEmpty() ? usual.method() : method,
                status.isEmpty() ? null : whole("status", status, 0),
                content,
                Boolean.TRUE.equals(expression),
                Boolean.TRUE.equals(unverified),
                hosts.isEmpty()
                        ? List.of()
                        : hosts.lines()
                                .map(String::strip)
                                .filter(host -> !host.isEmpty())
                                .toList(),
                record.isEmpty() ? usual.record() : record,
                value,
                server,
                trust);
    }

    private static int whole(String field, String typed, int usual) {
        if (typed.isEmpty()) return usual;
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException _) {
            throw Refused.invalid(field, "signal.watch_whole");
        }
    }

    public @Nullable String text(@Nullable Object given) {
        return given == null ? null : given.toString();
    }
}
