package dev.qiao.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Qiao;
import dev.qiao.admin.Verification;
import dev.qiao.base.Me;
import dev.qiao.base.Vault;
import dev.qiao.base.Workers;
import dev.qiao.base.server.Database;
import dev.qiao.base.settings.Settings;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The drill: a desk at work, with 20,000 tickets and their files, is backed up, and stands again as it was at that moment. */
class DrillTest {
    private static final int TICKETS = 20_000;
    private static final int BATCH = 500;
    private static final int WRITERS = 6;

    @TempDir
    Path temp;

    private record Point(String snapshot, List<String> entries, List<String> files) {}

    @Test
    void aDeskAtWorkStandsAgainAsItWasAtTheMomentOfItsBackup() throws Exception {
        var file = temp.resolve("backup.zip");
        Point point;
        try (var desk = SmallDesk.open(temp.resolve("desk"));
                var house = house(desk, true)) {
            fill(house, desk);
            backUpUnderLoad(house, desk, file);
            point = at(manifest(file).point(), desk);
        }
        try (var restoring = Restoring.of(file, SmallDesk.PASSPHRASE, SmallDesk.SILENT)) {
            restoring.onto(temp.resolve("target"), Map.of());
        }
        try (var restored = SmallDesk.open(temp.resolve("target"))) {
            sameAs(point, restored);
            try (var house = house(restored, false)) {
                readersGoOn(house, restored);
            }
        }
    }

    private static void fill(ConfigurableApplicationContext house, SmallDesk desk) throws Exception {
        var requester = house.getBean(Cast.class).hire("requester");
        var tickets = house.getBean(Tickets.class);
        var vault = house.getBean(Vault.class);
        for (int from = 0; from < TICKETS; from += BATCH) {
            var drafts = IntStream.range(from, from + BATCH)
                    .mapToObj(n -> Draft.titled("三楼打印机卡纸 " + n, requester, Source.WEB))
                    .toList();
            tickets.open(drafts, now(house));
        }
        // A file for each ticket: the bytes through the door of files, the rows in one statement.
        var stored = inParallel(TICKETS, n -> vault.put(bytes("日志 " + n), 1_000).sha256());
        desk.run("""
                insert into ticket.attachment (id, number, audience, name, type, bytes, sha256, at, by_id)
                select gen_random_uuid(), t.number, 'public', 'log.txt', 'text/plain', 10, f.sha256, now(), t.requester_id
                from (select number, requester_id, row_number() over (order by number) n from ticket.ticket) t
                join unnest('{%s}'::text[]) with ordinality f(sha256, n) using (n)
                """.formatted(String.join(",", stored)));
    }

    /** All kinds of writers, from before the backup begins until after it has ended. */
    private static void backUpUnderLoad(ConfigurableApplicationContext house, SmallDesk desk, Path file)
            throws Exception {
        var over = new AtomicBoolean();
        var begun = new java.util.concurrent.CountDownLatch(WRITERS);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < WRITERS; i++) {
                var requester = house.getBean(Cast.class).hire("requester");
                writers.add(pool.submit(() -> write(house, requester, begun, over)));
            }
            begun.await();
            var taken = new Taking(desk.database, desk.settings)
                    .take(file, SmallDesk.PASSPHRASE, now(house), SmallDesk.SILENT);
            over.set(true);
            assertThat(taken.damaged()).isEmpty();
            for (var writer : writers) assertThat(writer.get()).isPositive();
        }
    }

    private static int write(
            ConfigurableApplicationContext house,
            Me requester,
            java.util.concurrent.CountDownLatch begun,
            AtomicBoolean over) {
        var tickets = house.getBean(Tickets.class);
        var conversation = house.getBean(Conversation.class);
        int written = 0;
        while (!over.get()) {
            var ticket = tickets.open(Draft.titled("网络断了 " + written, requester, Source.WEB), now(house));
            var kept = conversation.keep("a.txt", "text/plain", bytes("图 " + ticket.number()), requester, now(house));
            conversation.say(ticket.number(), "又断了", Audience.PUBLIC, List.of(kept.id()), requester, now(house));
            if (written++ == 0) begun.countDown();
        }
        return written;
    }

    /** What a snapshot showed is found out on the desk itself, though it has gone on since: entries and comments only come. */
    private static Point at(String snapshot, SmallDesk desk) {
        return new Point(
                snapshot,
                desk.ask(entries("where pg_visible_in_snapshot(xid, '%s')".formatted(snapshot))),
                desk.ask(files("where pg_visible_in_snapshot(c.xmin::text::xid8, '%s')".formatted(snapshot))));
    }

    private static String entries(String which) {
        return """
                select count(*) || ' ' || md5(string_agg(md5(row(id, at, recorded_at, origin, kind, subject, version, act, actor,
                    audience, facts, v)::text), '' order by id)) from journal.entry
                """ + which;
    }

    private static String files(String which) {
        return """
                select count(*) || ' ' || coalesce(md5(string_agg(md5(row(c.*, a.*)::text), '' order by a.sha256)), '')
                from ticket.comment c join ticket.attachment a on a.comment_id = c.id
                """ + which;
    }

    private static void sameAs(Point point, SmallDesk restored) {
        assertThat(restored.ask(entries(""))).isEqualTo(point.entries());
        assertThat(restored.ask(files(""))).isEqualTo(point.files());
        // Every other row was written in one transaction with an entry, and so is there as often as its entries are.
        assertThat(restored.ask(
                        "select count(*) from ticket.ticket where number not in (select subject from journal.entry"
                                + " where act = 'ticket.opened')"))
                .containsExactly("0");
        assertThat(restored.ask("select count(*) = (select count(*) from journal.entry where act = 'ticket.opened'),"
                        + " count(*) > " + TICKETS + " from ticket.ticket"))
                .containsExactly("t");
        assertThat(restored.ask("select count(*) from (select t.number from ticket.ticket t join journal.entry e"
                        + " on e.kind = 'ticket' and e.subject = t.number group by t.number, t.version"
                        + " having max(e.version) <> t.version) differing"))
                .containsExactly("0");
    }

    /** Each entry is sealed once by the reader of the audit, also what nobody had read at that moment, and what is new. */
    private static void readersGoOn(ConfigurableApplicationContext house, SmallDesk restored) throws Exception {
        var requester = house.getBean(Cast.class).hire("requester");
        house.getBean(Tickets.class).open(Draft.titled("打印机又卡纸了", requester, Source.WEB), now(house));
        house.getBean(Workers.class).crank(now(house));
        assertThat(restored.ask("select sum(entries) from journal.seal"))
                .isEqualTo(restored.ask("select count(*) from journal.entry"));
        assertThat(restored.ask("""
                select reader from journal.cursor c
                where exists (select from journal.entry e where (e.xid, e.id) > (c.xid, c.id) and e.kind = 'ticket')
                  and reader in ('journal.chain', 'dispatch')
                """)).isEmpty();
        for (var check : house.getBean(Verification.class).checks())
            assertThat(Verification.look(check).problems()).as(check.name()).isEmpty();
    }

    /** As the desk keeps time: in microseconds. */
    private static Instant now(ConfigurableApplicationContext house) {
        return house.getBean(InstantSource.class).instant();
    }

    private static Manifest manifest(Path file) throws IOException {
        try (var archive = ArchiveReader.of(file)) {
            return archive.manifest();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> inParallel(int count, java.util.function.IntFunction<String> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, count)
                    .mapToObj(n -> pool.submit(() -> work.apply(n)))
                    .toList();
            var done = new ArrayList<String>();
            for (var each : all) done.add(each.get());
            return done;
        }
    }

    private static ConfigurableApplicationContext house(SmallDesk desk, boolean workers) {
        return new SpringApplicationBuilder(Qiao.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .initializers(context -> furnish((GenericApplicationContext) context, desk, workers))
                .run();
    }

    private static void furnish(GenericApplicationContext context, SmallDesk desk, boolean workers) {
        context.registerBean(Settings.class, () -> desk.settings);
        context.registerBean(
                Database.class,
                () -> desk.database,
                bean -> ((org.springframework.beans.factory.support.AbstractBeanDefinition) bean)
                        .setDestroyMethodName(""));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "drill", Map.of("qiao.workers", Boolean.toString(workers), "qiao.demo", "false")));
    }
}
