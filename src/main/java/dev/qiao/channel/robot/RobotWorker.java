package dev.qiao.channel.robot;

import static java.util.function.Function.identity;

import dev.qiao.base.Worker;
import dev.qiao.base.reach.Call;
import dev.qiao.base.reach.Caller;
import dev.qiao.base.reach.OutOfBounds;
import dev.qiao.channel.Backoff;
import dev.qiao.channel.robot.Verdict.Refused;
import dev.qiao.channel.robot.Verdict.Said;
import dev.qiao.channel.robot.Verdict.TooFast;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets robots speak, side by side, no faster than their vendors allow. As long as little waits, each thing is a message of its own; when
 * more waits than a robot may say, they become one.
 */
@Component
class RobotWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(RobotWorker.class);
    private static final int MOST_ROBOTS = 50;
    private static final int MOST_TOGETHER = 100;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SHORT_REST = Duration.ofSeconds(20);

    private final RobotSql robots;
    private final RobotMessageSql messages;
    private final Robots door;
    private final RobotWords words;
    private final Caller caller;
    private final Map<RobotKind, Vendor> vendors;

    RobotWorker(
            RobotSql robots,
            RobotMessageSql messages,
            Robots door,
            RobotWords words,
            Caller caller,
            ObjectProvider<Vendor> vendors) {
        this.robots = robots;
        this.messages = messages;
        this.door = door;
        this.words = words;
        this.caller = caller;
        this.vendors = vendors.stream().collect(Collectors.toUnmodifiableMap(Vendor::kind, identity()));
    }

    @Override
    public String name() {
        return "channel.robots";
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public int work(Instant now) {
        var said = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long robot : messages.due(now, MOST_ROBOTS)) threads.execute(() -> said.addAndGet(speak(robot, now)));
        }
        return said.get();
    }

    private int speak(long id, Instant now) {
        var robot = robots.find(id).orElse(null);
        if (robot == null || robot.rests(now)) return 0;
        double tokens = robot.tokensNow(now);
        if (tokens < 1) return 0;
        int waiting = messages.waiting(id, now, MOST_TOGETHER);
        var taken = messages.take(id, now, now.plus(LEASE), waiting > tokens ? MOST_TOGETHER : 1).stream()
                .sorted(Comparator.comparingLong(RobotMessage::id))
                .toList();
        if (taken.isEmpty()) return 0;
        robots.tokens(id, tokens - 1, now);
        settle(robot, taken, said(robot, taken, now), now);
        return taken.size();
    }

    private void settle(Robot robot, List<RobotMessage> taken, Verdict verdict, Instant now) {
        var ids = taken.stream().map(RobotMessage::id).toList();
        switch (verdict) {
            case Said() -> {
                messages.sent(ids, now);
                robots.well(robot.id());
            }
            case TooFast(var rest, var code) -> {
                LOG.warn(
                        "robot {} is too fast for {}: {}",
                        robot.id(),
                        robot.draft().kind(),
                        code);
                messages.later(ids, now.plus(rest));
                robots.rests(robot.id(), robot.failures(), now.plus(rest));
            }
            case Refused(var code, boolean forever) -> {
                LOG.warn("robot {} was not taken: {}", robot.id(), code);
                var then = forever
                        ? null
                        : Backoff.after(taken.getFirst().attempts(), now).orElse(null);
                var problem = code == null ? "channel.robot_unreached" : "channel.robot_refused";
                messages.failed(ids, problem, code, then, now);
                robots.rests(robot.id(), robot.failures() + 1, now.plus(SHORT_REST));
            }
        }
    }

    private Verdict said(Robot robot, List<RobotMessage> taken, Instant now) {
        var draft = robot.draft();
        var vendor = Objects.requireNonNull(vendors.get(draft.kind()));
        try {
            var access = door.access(robot.id());
            var said = vendor.fitting(
                    lines -> words.of(robot, taken, lines), taken.size(), access.address(), access.secret(), now);
            var headers = Map.of("Content-Type", "application/json; charset=utf-8");
            var body = said.body().getBytes(StandardCharsets.UTF_8);
            return vendor.judge(caller.call(Call.post(said.to(), headers, body, draft.inside(), LIMIT)));
        } catch (OutOfBounds _) {
            return new Refused("inside", true);
        } catch (SocketTimeoutException _) {
            return new Refused(null, false);
        } catch (IOException e) {
            // What it says may repeat the address, which is a secret.
            LOG.debug("robot {} cannot be reached: {}", robot.id(), e.getClass().getSimpleName());
            return new Refused(null, false);
        } catch (RuntimeException failure) {
            LOG.warn("robot {} cannot speak: {}", robot.id(), failure.getClass().getSimpleName());
            return new Refused(null, false);
        }
    }
}
