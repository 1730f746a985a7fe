package dev.qiao.signal.status;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import java.util.List;
import java.util.regex.Pattern;

/** A public page as an administrator wants it; also how the audit shows it. */
public record StatusPageDraft(String slug, String title, List<Long> services, boolean active) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,58}[a-z0-9]");
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_SERVICES = 100;

    public StatusPageDraft {
        slug = slug.strip();
        title = title.strip();
        services = services.stream().distinct().sorted().toList();
    }

    static StatusPageDraft of(StatusPage page) {
        return new StatusPageDraft(page.slug(), page.title(), page.services(), page.active());
    }

    /** As it is, and seen by nobody. */
    StatusPageDraft hidden() {
        return new StatusPageDraft(slug, title, services, false);
    }

    /** Errors: every field that is wrong, at once. */
    StatusPageDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> {
            if (!SLUG.matcher(slug).matches()) throw Refused.invalid("slug", "signal.status_slug_wrong");
            return slug;
        });
        wrong.read(() -> {
            if (title.isEmpty() || title.length() > LONGEST_TITLE)
                throw Refused.invalid("title", "signal.status_title_wrong", LONGEST_TITLE);
            return title;
        });
        wrong.read(() -> {
            if (services.isEmpty() || services.size() > MOST_SERVICES)
                throw Refused.invalid("services", "signal.status_services_wrong", MOST_SERVICES);
            return services;
        });
        wrong.raise();
        return this;
    }
}
