package dev.qiao.signal.source;

import static java.util.Objects.requireNonNull;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as an administrator describes it.
 *
 * @param setup what it needs besides its key
 */
public record SourceDraft(
        String name, Sender kind, @Nullable Long service, Setup setup, boolean active) {
    private static final int LONGEST_NAME = 80;

    public SourceDraft {
        name = name.strip().replaceAll("\\s+", " ");
    }

    /** With what such a source usually needs. */
    public static SourceDraft usual(String name, Sender kind) {
        return new SourceDraft(name, kind, null, Setup.usual(kind), true);
    }

    public static SourceDraft of(Source source) {
        return new SourceDraft(source.name(), source.kind(), source.service(), source.setup(), source.active());
    }

    /** The same of this kind. */
    SourceDraft of(Sender other) {
        return new SourceDraft(name, other, service, setup, active);
    }

    /** The same, whose traps mean this. */
    public SourceDraft meaning(List<TrapRule> traps) {
        return new SourceDraft(name, kind, service, setup.meaning(traps), active);
    }

    /** The same, turned away from now on. */
    SourceDraft retired() {
        return new SourceDraft(name, kind, service, setup, false);
    }

    /** Errors: every field that is wrong. */
    SourceDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> named(name));
        var set = wrong.read(() -> setup.checked(kind));
        wrong.raise();
        return new SourceDraft(name, kind, service, requireNonNull(set), active);
    }

    private static String named(String name) {
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST_NAME) throw Refused.invalid("name", "signal.name_length", LONGEST_NAME);
        return name;
    }
}
