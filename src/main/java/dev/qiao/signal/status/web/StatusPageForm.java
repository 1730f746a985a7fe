package dev.qiao.signal.status.web;

import dev.qiao.signal.status.StatusPage;
import dev.qiao.signal.status.StatusPageDraft;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a public page holds.
 *
 * @param services numbers of those that are ticked; null: none is
 * @param seen the version that was read; null for a new page
 */
public record StatusPageForm(
        @Nullable Long organization,
        String slug,
        String title,
        @Nullable List<@Nullable Long> services,
        @Nullable Boolean active,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public StatusPageForm {
        slug = Objects.requireNonNullElse(slug, "");
        title = Objects.requireNonNullElse(title, "");
    }

    static StatusPageForm empty() {
        return new StatusPageForm(null, "", "", List.of(), true, null);
    }

    static StatusPageForm of(StatusPage page) {
        return new StatusPageForm(
                page.organization(),
                page.slug(),
                page.title(),
                List.copyOf(page.services()),
                page.active(),
                page.version());
    }

    StatusPageDraft draft() {
        var ticked = services == null
                ? List.<Long>of()
                : services.stream().filter(Objects::nonNull).toList();
        return new StatusPageDraft(slug, title, ticked, Boolean.TRUE.equals(active));
    }

    public boolean shows(long service) {
        return services != null && services.contains(service);
    }
}
