package dev.qiao.bench;

import dev.qiao.Qiao;
import dev.qiao.base.Me;
import dev.qiao.base.server.Database;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.settings.SettingsSource;
import dev.qiao.journal.Reader;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A desk with people and tickets, opened through the doors; most are then closed in a few statements. Keeps the server running. */
final class Fixture implements AutoCloseable {
    static final String COMMON = "打印";
    static final String RARE = "zq417";

    private static final int BATCH = 500;
    private static final int MOST_OPEN = 5_000;
    private static final int CHUNK = 50_000;
    private static final List<String> TITLES =
            List.of("三楼打印机卡纸", "无法连接无线网络", "邮箱收不到外部邮件", "财务系统登录很慢", "电脑蓝屏重启", "申请共享文件夹权限");

    private final Path data;
    private final Settings settings;
    private final Database database;
    private final JdbcTemplate owner;
    private @Nullable Staff staff;
    private int seeded;

    Fixture(Path data, int engineers) throws Exception {
        this.data = data.toRealPath();
        settings = SettingsSource.read(this.data, Map.of()).with(Map.of(Setting.WORKERS, "false"));
        database = Database.of(settings);
        owner = new JdbcTemplate(database.owner());
        try (var house = house()) {
            staff = Staff.hire(house, engineers);
        }
    }

    Staff staff() {
        return Objects.requireNonNull(staff);
    }

    JdbcTemplate owner() {
        return owner;
    }

    DataSource app() {
        return database.app();
    }

    /** The server's own process. */
    long server() throws Exception {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private ConfigurableApplicationContext house() {
        return new SpringApplicationBuilder(Qiao.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .initializers(context -> furnish((GenericApplicationContext) context))
                .run();
    }

    private void furnish(GenericApplicationContext context) {
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(
                Database.class, () -> database, bean -> ((AbstractBeanDefinition) bean).setDestroyMethodName(""));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bench", Map.of("qiao.workers", "false", "qiao.demo", "false", "logging.level.root", "warn")));
    }

    /** Until there are so many, of which a few thousand at most stay open. */
    void seed(int tickets) {
        try (var house = house()) {
            var door = house.getBean(Tickets.class);
            var category = house.getBean(Categories.class)
                    .byCode("printing.jam")
                    .orElseThrow()
                    .id();
            while (seeded < tickets) {
                var drafts = IntStream.range(seeded, Math.min(seeded + BATCH, tickets))
                        .mapToObj(n -> draft(n, category))
                        .toList();
                door.open(drafts, Instant.now());
                seeded += drafts.size();
            }
            age(tickets);
            house.getBeansOfType(Reader.class).values().forEach(this::pass);
        }
    }

    private Draft draft(int n, long category) {
        var requester = staff().requesters().get(n % staff().requesters().size());
        var rare = n % 4_000 == 0 ? " " + RARE : "";
        return new Draft(
                UUID.randomUUID(),
                requester,
                Matter.Kind.INCIDENT,
                TITLES.get(n % TITLES.size()) + rare,
                "从今天上午开始，重启以后还是一样，请尽快派人来看。编号 " + n,
                Level.MEDIUM,
                Level.MEDIUM,
                category,
                staff().services().get(n % 2),
                null,
                null,
                Matter.Source.WEB,
                null,
                List.of(),
                false);
    }

    /** Each is with the team of its service, as dispatch would have it; all but the newest have been solved, some of these are at work. */
    private void age(int tickets) {
        int open = Math.min(MOST_OPEN, tickets / 10);
        long last = number("max");
        for (long from = number("min"); from <= last; from += CHUNK) age(from, from + CHUNK, last - open + 1);
        for (var table : List.of("ticket.ticket", "ticket.words", "sla.clock", "sla.fact", "journal.entry"))
            owner.execute("vacuum analyze " + table);
    }

    private long number(String which) {
        return Objects.requireNonNull(
                owner.queryForObject("select " + which + "(number) from ticket.ticket", Long.class));
    }

    /** A part of them, so that no statement takes longer than the desk lets one take. */
    private void age(long from, long to, long firstOpen) {
        owner.update(
                "update ticket.ticket set team_id = case service_id when ? then ? else ? end where team_id is null and number >= ? and number < ?",
                staff().services().getFirst(),
                staff().team(),
                staff().otherTeam(),
                from,
                to);
        long until = Math.min(to, firstOpen);
        owner.update("""
                update ticket.ticket set stage = 'closed', outcome = 'fixed', cause = 'hardware', solution = '换了硒鼓', ended_at = now(),
                    ended_by = ?, assignee_id = ?, engineer_id = ?, accepted_at = opened_at, responded_at = opened_at,
                    restored_at = opened_at, resolved_at = opened_at, closed_at = now(), due_at = null
                where number >= ? and number < ? and stage <> 'closed'
                """, engineer(), engineer(), engineer(), from, until);
        owner.update("""
                update sla.clock set stopped_at = started_at, next_at = null
                where kind = 'ticket' and subject >= ? and subject < ? and stopped_at is null
                """, from, until);
        owner.update("""
                update ticket.ticket set stage = 'working', assignee_id = ?, engineer_id = ?, accepted_at = now(), responded_at = now()
                where number >= ? and number < ? and number % 4 = 0 and team_id = ? and stage = 'waiting'
                """, engineer(), engineer(), Math.max(from, firstOpen), to, staff().team());
    }

    private long engineer() {
        return staff().engineers().getFirst().me().id();
    }

    /** The readers need not go through how the fixture was made. */
    private void pass(Reader reader) {
        owner.update("""
                insert into journal.cursor (reader, xid, id)
                select ?, xid, id from journal.entry order by xid desc, id desc limit 1
                on conflict (reader) do update set xid = excluded.xid, id = excluded.id
                """, reader.name());
    }

    /** What the desk is asked to open, as JSON. */
    String wish(int n) {
        return """
                {"title":"%s","description":"从今天上午开始，重启以后还是一样，请尽快派人来看。编号 %d","service":"bench-0","category":"printing.jam"}""".formatted(TITLES.get(n % TITLES.size()), n);
    }

    /** Some open ticket of the first requester and the first team. */
    List<Long> numbers(Me requester) {
        return owner.queryForList("""
                select number from ticket.ticket where requester_id = ? and team_id = ? order by number desc limit 20
                """, Long.class, requester.id(), staff().team());
    }

    @Override
    public void close() {
        database.close();
    }

    /** Who the desk's people of a bench are. */
    static Me me(ConfigurableApplicationContext house, long person) {
        return house.getBean(dev.qiao.people.Rights.class).of(person).orElseThrow();
    }
}
