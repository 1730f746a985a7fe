package dev.qiao.signal.web;

import dev.qiao.base.Coded;
import dev.qiao.signal.source.Scrape;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        @Nullable Integer every,
        @Nullable Integer grace,
        @Nullable Map<String, String> mapping,
        @Nullable Boolean warns,
        @Nullable String from,
        @Nullable String url,
        @Nullable Integer interval,
        @Nullable Integer limit,
        @Nullable Boolean inside,
        @Nullable String trust,
        @Nullable Boolean active,
        @Nullable Integer seen) {

    /** A field that did not come is empty. */
    public SourceForm {
        name = Objects.requireNonNullElse(name, "");
        kind = Objects.requireNonNullElse(kind, "");
    }

    /** What a new source begins with. */
    static SourceForm usual(Sender kind) {
        return of("", kind, null, Setup.usual(kind), true, null);
    }

    static SourceForm of(Source source) {
        return of(source.name(), source.kind(), source.service(), source.setup(), source.active(), source.version());
    }

    private static SourceForm of(
            String name, Sender kind, @Nullable Long service, Setup setup, boolean active, @Nullable Integer seen) {
        var scrape = setup.scrape();
        return new SourceForm(
                name,
                kind.code(),
                service,
                setup.every(),
                setup.grace(),
                Mappings.fields(setup.mapping()),
                setup.warns(),
                String.join(", ", setup.senders()),
                scrape == null ? null : scrape.url(),
                scrape == null ? null : scrape.every(),
                scrape == null ? null : scrape.limit(),
                scrape == null ? null : scrape.inside(),
                scrape == null ? null : scrape.trust(),
                active,
                seen);
    }

    /** The same of another kind: what a source is stays as it was made. */
    SourceForm kind(Sender other) {
        return new SourceForm(
                name,
                other.code(),
                service,
                every,
                grace,
                mapping,
                warns,
                from,
                url,
                interval,
                limit,
                inside,
                trust,
                active,
                seen);
    }

    SourceDraft draft() {
        var sender = Coded.of(Sender.class, "kind", kind);
        var usual = Setup.usual(sender);
        var setup = new Setup(
                every == null ? usual.every() : every,
                grace == null ? usual.grace() : grace,
                mapping == null || mapping.isEmpty() ? usual.mapping() : Mappings.of(mapping),
                warns,
                networks(),
                null,
                scrape());
        return new SourceDraft(name, sender, service, setup, Boolean.TRUE.equals(active));
    }

    private @Nullable Scrape scrape() {
        return url == null
                ? null
                : new Scrape(
                        url.strip(),
                        Objects.requireNonNullElse(interval, 0),
                        Objects.requireNonNullElse(limit, 0),
                        Boolean.TRUE.equals(inside),
                        Objects.requireNonNullElse(trust, "").strip());
    }

    private List<String> networks() {
        return Arrays.stream(Objects.requireNonNullElse(from, "").split("[\\s,，、]+"))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
