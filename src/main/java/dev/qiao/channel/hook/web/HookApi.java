package dev.qiao.channel.hook.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.hook.Hook;
import dev.qiao.channel.hook.HookDraft;
import dev.qiao.channel.hook.HookEvent;
import dev.qiao.channel.hook.HookMessage;
import dev.qiao.channel.hook.Hooks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other programs that are told what happens to tickets, by Standard Webhooks. */
@Needs(Permission.ADMIN)
@RestController
@RequestMapping("/api/v1/webhooks")
class HookApi {
    private static final String LIST = "webhook messages";

    /**
     * A webhook as it should be.
     *
     * @param events absent: all
     * @param inside whether addresses of this machine and its link may be called; absent: no
     * @param active absent: yes
     * @param version that was seen; absent: whatever it is
     */
    record Given(
            @Nullable String name,
            @Nullable String url,
            @Nullable List<String> events,
            @Nullable Boolean inside,
            @Nullable Boolean active,
            @Nullable Integer version) {
        HookDraft draft() {
            return new HookDraft(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(url, ""),
                    Objects.requireNonNullElse(events, HookEvent.ALL),
                    Boolean.TRUE.equals(inside),
                    !Boolean.FALSE.equals(active));
        }
    }

    /**
     * A webhook as programs see it.
     *
     * @param goneAt when it answered 410 and was switched off
     * @param secret only where it was just issued
     */
    record Shown(
            long id,
            String name,
            String url,
            List<String> events,
            boolean inside,
            boolean active,
            @Nullable Instant goneAt,
            int failures,
            int version,
            @Nullable String secret) {}

    /** A message as programs see it. */
    record Told(
            String id,
            long number,
            String event,
            long ticket,
            Instant createdAt,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable Instant deadAt,
            @Nullable Integer answer) {}

    private final Hooks hooks;
    private final InstantSource clock;

    HookApi(Hooks hooks, InstantSource clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    /** By name. */
    @GetMapping
    Slice<Shown> index(Me me) {
        return new Slice<>(hooks.all(me).stream().map(hook -> shown(hook, null)).toList(), null);
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        return shown(hooks.find(id, me), null);
    }

    /** The answer is the only one with the secret. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Given given, Me me) {
        var issued = hooks.create(given.draft(), me, clock.instant());
        return shown(issued.hook(), issued.secret());
    }

    @PutMapping("/{id}")
    Shown update(@PathVariable long id, @RequestBody Given given, Me me) {
        int seen = given.version() == null ? hooks.find(id, me).version() : Objects.requireNonNull(given.version());
        return shown(hooks.update(id, seen, given.draft(), me, clock.instant()), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, Me me) {
        hooks.delete(id, me, clock.instant());
    }

    /** What it was told, the newest first. */
    @GetMapping("/{id}/messages")
    Slice<Told> index(@PathVariable long id, Paging paging, Me me) {
        var after = paging.after(LIST);
        long before = after == null ? Long.MAX_VALUE : after.number(0);
        var rows = hooks.messages(id, before, paging.limit() + 1, me);
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.id()))
                .map(HookApi::told);
    }

    /** Sends it once more under the same id. */
    @PostMapping("/{id}/messages/{number}/replay")
    Told create(@PathVariable long id, @PathVariable long number, Me me) {
        hooks.replay(id, number, me, clock.instant());
        return told(hooks.message(id, number, me));
    }

    private static Shown shown(Hook hook, @Nullable String secret) {
        var draft = hook.draft();
        return new Shown(
                hook.id(),
                draft.name(),
                draft.url(),
                draft.events(),
                draft.inside(),
                draft.active(),
                hook.goneAt(),
                hook.failures(),
                hook.version(),
                secret);
    }

    private static Told told(HookMessage message) {
        return new Told(
                message.key(),
                message.id(),
                message.event(),
                message.subject(),
                message.createdAt(),
                message.attempts(),
                message.nextAt(),
                message.sentAt(),
                message.deadAt(),
                message.answer());
    }
}
