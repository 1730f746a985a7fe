package dev.qiao.channel.hook;

import dev.qiao.base.Worker;
import dev.qiao.base.reach.Answer;
import dev.qiao.base.reach.Call;
import dev.qiao.base.reach.Caller;
import dev.qiao.base.reach.OutOfBounds;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, the targets side by side, each in order, at least once and always under the same id. A target that does not answer
 * well is left alone for a while; one that says it is gone is switched off.
 */
@Component
class HookWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(HookWorker.class);
    private static final int OF_EACH = 20;
    private static final int GONE = 410;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Longer than those of one target can take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** What became of an attempt; no problem: it was taken. */
    private record Outcome(
            @Nullable String problem, @Nullable Integer status) {}

    private final HookSql hooks;
    private final HookMessageSql messages;
    private final Hooks door;
    private final Caller caller;

    HookWorker(HookSql hooks, HookMessageSql messages, Hooks door, Caller caller) {
        this.hooks = hooks;
        this.messages = messages;
        this.door = door;
        this.caller = caller;
    }

    @Override
    public String name() {
        return "channel.hooks";
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public int work(Instant now) {
        var taken = messages.take(now, now.plus(LEASE), OF_EACH);
        if (taken.isEmpty()) return 0;
        var byHook = taken.stream().collect(Collectors.groupingBy(HookMessage::hook));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byHook.forEach((hook, theirs) -> threads.execute(() -> send(hook, sorted(theirs), now)));
        }
        return taken.size();
    }

    private static List<HookMessage> sorted(List<HookMessage> theirs) {
        return theirs.stream().sorted(Comparator.comparingLong(HookMessage::id)).toList();
    }

    private void send(long id, List<HookMessage> theirs, Instant now) {
        var hook = hooks.find(id).orElse(null);
        if (hook == null) return;
        var secrets = door.secrets(id, now);
        for (int n = 0; n < theirs.size(); n++) {
            var message = theirs.get(n);
            var outcome = sent(hook, secrets, message, now);
            if (outcome.problem() == null) {
                messages.sent(message.id(), Objects.requireNonNull(outcome.status()), now);
                hooks.well(id);
                continue;
            }
            failed(hook, message, outcome, now);
            // The others wait until it has rested: they were not tried.
            messages.putBack(
                    theirs.subList(n + 1, theirs.size()).stream()
                            .map(HookMessage::id)
                            .toList(),
                    now);
            return;
        }
    }

    private void failed(Hook hook, HookMessage message, Outcome outcome, Instant now) {
        LOG.warn("webhook {} failed at attempt {}: {}", hook.id(), message.attempts(), outcome.problem());
        boolean gone = outcome.status() != null && outcome.status() == GONE;
        var then = gone ? null : Pace.after(message.attempts(), now).orElse(null);
        messages.failed(message.id(), Objects.requireNonNull(outcome.problem()), outcome.status(), then, now);
        if (gone) hooks.gone(hook.id(), now);
        else hooks.rests(hook.id(), Pace.rest(hook.failures(), now));
    }

    private Outcome sent(Hook hook, List<byte[]> secrets, HookMessage message, Instant now) {
        var draft = hook.draft();
        var headers = Map.of(
                "Content-Type", "application/json",
                "webhook-id", message.key(),
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", Signature.of(secrets, message.key(), now, message.body()));
        var body = message.body().getBytes(StandardCharsets.UTF_8);
        try {
            var to = HookDraft.address(draft.url(), draft.inside());
            return judged(caller.call(Call.post(to, headers, body, draft.inside(), LIMIT)));
        } catch (OutOfBounds _) {
            return new Outcome("channel.hook_problem.bounds", null);
        } catch (SocketTimeoutException _) {
            return new Outcome("channel.hook_problem.slow", null);
        } catch (UnknownHostException _) {
            return new Outcome("channel.hook_problem.unknown", null);
        } catch (SSLException _) {
            return new Outcome("channel.hook_problem.tls", null);
        } catch (IOException _) {
            return new Outcome("channel.hook_problem.broken", null);
        } catch (RuntimeException failure) {
            LOG.warn("webhook {} cannot be called", hook.id(), failure);
            return new Outcome("channel.hook_problem.broken", null);
        }
    }

    private static Outcome judged(Answer answer) {
        return new Outcome(answer.good() ? null : "channel.hook_problem.status", answer.status());
    }
}
