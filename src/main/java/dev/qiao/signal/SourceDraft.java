package dev.qiao.signal;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import org.jspecify.annotations.Nullable;

/** A source as an administrator describes it. */
public record SourceDraft(
        String name, Sender kind, @Nullable Long service, boolean active) {
    private static final int LONGEST_NAME = 80;

    public SourceDraft {
        name = name.strip().replaceAll("\\s+", " ");
    }

    static SourceDraft of(Source source) {
        return new SourceDraft(source.name(), source.kind(), source.service(), source.active());
    }

    /** The same, turned away from now on. */
    SourceDraft retired() {
        return new SourceDraft(name, kind, service, false);
    }

    /** Errors: every field that is wrong. */
    SourceDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> named(name));
        wrong.raise();
        return this;
    }

    private static String named(String name) {
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST_NAME) throw Refused.invalid("name", "signal.name_length", LONGEST_NAME);
        return name;
    }
}
