package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.people.Team;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** No list reads the history, whoever asks: plans of the lists as each role, over a desk where nearly everything is closed. */
@QiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {
    private static final Instant NOW = Instant.parse("2026-11-18T01:00:00Z");
    private static final int HISTORY = 20_000;
    private static final int OPEN = HISTORY / 20;

    @Autowired
    Cast cast;

    @Autowired
    ListSql lists;

    @Autowired
    Db db;

    @Autowired
    @Qualifier("ownerSource")
    DataSource owner;

    private Me user;
    private Me engineer;
    private Me manager;
    /** Twice what is open, with what other tests left so; the planner may well read all of that where it is little. */
    private long most;

    @BeforeAll
    void aDeskWithHistory() {
        most = 2L * OPEN
                + db.sql("select count(*) as n from ticket.ticket where ended_at is null")
                        .one(row -> row.number("n"));
        Team team = cast.team(null);
        Team other = cast.team(null);
        user = cast.hire("requester");
        engineer = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        db.sql("""
                insert into ticket.ticket (number, draft_id, origin, kind, title, requester_id, reporter_id, source, impact, urgency,
                       priority, team_id, assignee_id, engineer_id, stage, stage_at, outcome, ended_at, ended_by, opened_at, due_at,
                       updated_at)
                select nextval('ticket.number'), gen_random_uuid(), 'import', 'incident', '历史 ' || n, :user, :user, 'web', 'low', 'low',
                       'normal', case when n % 2 = 0 then :team::bigint else :other::bigint end,
                       case when n % 20 = 0 then :engineer::bigint end, case when n % 20 = 0 then :engineer::bigint end,
                       case when n % 20 = 0 then 'working' else 'closed' end,
                       :now::timestamptz, case when n % 20 <> 0 then 'fixed' end, :now::timestamptz, 0,
                       :now::timestamptz - n * interval '1 minute',
                       case when n % 20 = 0 then :now::timestamptz + n * interval '1 minute' end, :now::timestamptz
                  from generate_series(1, :history) n
                """)
                .bind("user", user.id())
                .bind("team", team.id())
                .bind("other", other.id())
                .bind("engineer", engineer.id())
                .bind("now", NOW)
                .bind("history", HISTORY)
                .update();
        db.sql("""
                insert into ticket.words (number, words)
                select number, array_to_tsvector(array['历史', 'wort' || number % 1000]) from ticket.ticket where requester_id = :user
                """).bind("user", user.id()).update();
        new JdbcTemplate(owner).execute("analyze ticket.ticket, ticket.words");
    }

    /** They were written past the verbs: no check of the whole desk should find them. */
    @AfterAll
    void theDeskIsWithoutThemAgain() {
        var rows = new JdbcTemplate(owner);
        rows.update(
                "delete from ticket.words where number in (select number from ticket.ticket where requester_id = ?)",
                user.id());
        rows.update("delete from ticket.ticket where requester_id = ?", user.id());
    }

    /** The planner knows a table by a sample: what it gets wrong by one sample of three is chance, by three it is a plan. */
    @Test
    void everyListOfEveryRoleReadsLittle() {
        var wrong = readingMuch();
        for (int sample = 1; sample < 3 && !wrong.isEmpty(); sample++) {
            new JdbcTemplate(owner).execute("analyze ticket.ticket");
            wrong.retainAll(readingMuch());
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> readingMuch() {
        var wrong = new ArrayList<String>();
        for (var me : List.of(user, engineer, manager)) {
            for (var view : View.values()) {
                long read = read(
                        lists.statement("explain (analyze, format json) ", Filter.of(view), null, null, 50, me, NOW));
                if (read > most) wrong.add(me.login() + " " + view);
            }
        }
        return wrong;
    }

    @Test
    void aPlanThatReadsEverythingWouldBeSeen() {
        assertThat(read(db.sql(
                        "explain (analyze, format json) select number from ticket.ticket where title like '%x'")))
                .isGreaterThan(most);
    }

    private static long read(Db.Query explained) {
        return rows(explained.one(row -> row.json("QUERY PLAN")).node().get(0).get("Plan"));
    }

    /** Rows that the scans at the leaves touched, filtered ones included. */
    private static long rows(JsonNode plan) {
        var below = plan.get("Plans");
        if (below == null) {
            double loops = plan.path("Actual Loops").asDouble(1);
            double touched = plan.path("Actual Rows").asDouble(0)
                    + plan.path("Rows Removed by Filter").asDouble(0)
                    + plan.path("Rows Removed by Index Recheck").asDouble(0);
            return Math.round(loops * touched);
        }
        long sum = 0;
        for (var child : below) sum += rows(child);
        return sum;
    }
}
