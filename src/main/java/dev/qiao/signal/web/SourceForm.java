package dev.qiao.signal.web;

import dev.qiao.base.Coded;
import dev.qiao.signal.Sender;
import dev.qiao.signal.Source;
import dev.qiao.signal.SourceDraft;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a source holds.
 *
 * @param seen the version that was read; null for a new source
 */
public record SourceForm(
        String name,
        String kind,
        @Nullable Long service,
        @Nullable Boolean active,
        @Nullable Integer seen) {

    /** A field that did not come is empty. */
    public SourceForm {
        name = Objects.requireNonNullElse(name, "");
        kind = Objects.requireNonNullElse(kind, "");
    }

    static SourceForm of(Source source) {
        return new SourceForm(source.name(), source.kind().code(), source.service(), source.active(), source.version());
    }

    SourceDraft draft() {
        return new SourceDraft(name, Coded.of(Sender.class, "kind", kind), service, Boolean.TRUE.equals(active));
    }
}
