package dev.qiao.channel.hook.web;

import dev.qiao.channel.hook.Hook;
import dev.qiao.channel.hook.HookDraft;
import dev.qiao.channel.hook.HookEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a webhook holds.
 *
 * @param seen the version that was read; null for a new one
 */
public record HookForm(
        String name,
        String url,
        List<String> events,
        @Nullable Boolean inside,
        @Nullable Boolean active,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public HookForm {
        name = Objects.requireNonNullElse(name, "");
        url = Objects.requireNonNullElse(url, "");
        events = Objects.requireNonNullElse(events, List.of());
    }

    static HookForm empty() {
        return new HookForm("", "https://", HookEvent.ALL, false, true, null);
    }

    static HookForm of(Hook hook) {
        var draft = hook.draft();
        return new HookForm(draft.name(), draft.url(), draft.events(), draft.inside(), draft.active(), hook.version());
    }

    HookDraft draft() {
        return new HookDraft(name, url, events, Boolean.TRUE.equals(inside), Boolean.TRUE.equals(active));
    }
}
