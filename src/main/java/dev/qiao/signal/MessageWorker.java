package dev.qiao.signal;

import static java.util.function.Function.identity;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Outage;
import dev.qiao.base.Refused;
import dev.qiao.base.Worker;
import dev.qiao.signal.Alarms.Ended;
import dev.qiao.signal.Alarms.Heard;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.log.LogBook;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads what was kept, in order. A message that cannot be read is put aside with its reason, and the next is read. What was read and
 * that it was read are written in one transaction; where another node was faster, nothing is.
 */
@Component
class MessageWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(MessageWorker.class);
    private static final int OF_EACH = 50;
    private static final int MOST = 200;
    /** So many alerts are enough for one transaction. */
    private static final int ENOUGH = 500;

    /** So many samples are as much as one alert. */
    private static final int SAMPLES = 20;

    /** What one message says, or why it cannot be read. */
    private record Said(
            Message message,
            List<? extends Saying> sayings,
            @Nullable Json problem) {
        /** How much there is to write of it, in alerts. */
        int weight() {
            int samples = all(Measured.class).stream()
                    .mapToInt(one -> one.samples().size())
                    .sum();
            return sayings.size() + samples / SAMPLES;
        }

        <T extends Saying> List<T> all(Class<T> type) {
            return sayings.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private final Db db;
    private final MessageSql messages;
    private final Alarms alarms;
    private final Deployments deployments;
    private final LogBook logs;
    private final Points points;
    private final Sources sources;
    private final Map<Sender, Format> formats;

    MessageWorker(
            Db db,
            MessageSql messages,
            Alarms alarms,
            Deployments deployments,
            LogBook logs,
            Points points,
            Sources sources,
            ObjectProvider<Format> formats) {
        this.db = db;
        this.messages = messages;
        this.alarms = alarms;
        this.deployments = deployments;
        this.logs = logs;
        this.points = points;
        this.sources = sources;
        this.formats = formats.stream().collect(Collectors.toUnmodifiableMap(Format::kind, identity()));
    }

    @Override
    public String name() {
        return "signal.messages";
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public int work(Instant now) {
        var batch = new ArrayList<Said>();
        int told = 0;
        for (var message : messages.next(OF_EACH, MOST)) {
            if (told >= ENOUGH) break;
            var said = said(message);
            told += said.weight();
            batch.add(said);
        }
        if (batch.isEmpty()) return 0;
        try {
            settle(batch, now);
        } catch (Overtaken _) {
            return 0;
        } catch (RuntimeException failure) {
            if (Outage.lost(failure)) throw failure;
            LOG.warn("a batch of messages is read one by one", failure);
            batch.forEach(said -> alone(said, now));
        }
        return batch.size();
    }

    private Said said(Message message) {
        try {
            return new Said(message, format(message.kind()).read(message, setup(message)), null);
        } catch (Refused refused) {
            return new Said(message, List.of(), Json.of(refused.problems().getFirst()));
        } catch (RuntimeException failure) {
            LOG.warn("message {} cannot be read", message.id(), failure);
            return new Said(message, List.of(), unreadable());
        }
    }

    /** What only the database found wrong with it. */
    private void alone(Said said, Instant now) {
        try {
            settle(List.of(said), now);
        } catch (Overtaken _) {
            LOG.debug("message {} was read elsewhere", said.message().id());
        } catch (RuntimeException failure) {
            if (Outage.lost(failure)) throw failure;
            LOG.warn("message {} cannot be kept as an alert", said.message().id(), failure);
            settle(List.of(new Said(said.message(), List.of(), unreadable())), now);
        }
    }

    private static Json unreadable() {
        return Json.of(new Refused.Problem(null, "signal.unreadable", List.of()));
    }

    private void settle(List<Said> batch, Instant now) {
        db.transact(() -> {
            var good = batch.stream().filter(said -> said.problem() == null).toList();
            int read =
                    messages.read(good.stream().map(said -> said.message().id()).toList(), now);
            for (var said : batch)
                if (said.problem() != null)
                    read += messages.quarantine(said.message().id(), said.problem(), now);
            if (read != batch.size()) throw new Overtaken();
            good.forEach(said ->
                    deployments.tell(said.message().source(), said.message().receivedAt(), said.all(Deployed.class)));
            var bySource = good.stream()
                    .collect(Collectors.groupingBy(said -> said.message().source(), TreeMap::new, Collectors.toList()));
            // The miner of a source is held before the alerts, as its watch holds them.
            bySource.forEach((source, said) -> write(source, said, now));
            bySource.forEach((source, said) -> hear(source, said, now));
        });
    }

    private void write(long source, List<Said> batch, Instant now) {
        var lines =
                batch.stream().flatMap(said -> said.all(Line.class).stream()).toList();
        if (!lines.isEmpty()) logs.write(source, lines, now);
        for (var said : batch)
            for (var one : said.all(Measured.class)) points.record(source, one.samples(), one.refused(), now);
    }

    private void hear(long source, List<Said> batch, Instant now) {
        var heard = new ArrayList<Heard>();
        var over = new ArrayList<Ended>();
        for (var said : batch) {
            var at = said.message().receivedAt();
            said.all(Told.class).forEach(told -> heard.add(new Heard(told, at)));
            said.all(Over.class).forEach(each -> over.add(new Ended(each.group(), at)));
        }
        alarms.hear(source, batch.size(), heard, over, now);
    }

    private Setup setup(Message message) {
        return sources.find(message.source()).map(Source::setup).orElse(Setup.NONE);
    }

    private Format format(Sender kind) {
        var format = formats.get(kind);
        if (format == null) throw new IllegalStateException("nobody understands " + kind.code());
        return format;
    }

    /** Another node has read some of them. */
    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("another node was faster", null, false, false);
        }
    }
}
