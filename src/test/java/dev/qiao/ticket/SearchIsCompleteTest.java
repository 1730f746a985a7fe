package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Words;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.Queue.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who sees a few old tickets by one way and many new ones by another finds all of them, the newest first. */
@QiaoTest
class SearchIsCompleteTest {
    private static final Instant NOW = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Queue queue;

    @Autowired
    Participants participants;

    @Autowired
    Db db;

    @Autowired
    @Qualifier("ownerSource")
    DataSource owner;

    private final List<Long> written = new ArrayList<>();

    /** They were written past the verbs: no check of the whole desk should find them. */
    @AfterEach
    void theDeskIsWithoutThemAgain() {
        var rows = new JdbcTemplate(owner);
        long first = Collections.min(written);
        long last = Collections.max(written);
        rows.update("delete from people.participant where kind = 'ticket' and subject between ? and ?", first, last);
        rows.update("delete from ticket.words where number between ? and ?", first, last);
        rows.update("delete from ticket.ticket where number between ? and ?", first, last);
    }

    @Test
    void nothingIsLostBetweenTheFewThatReachFarBackAndTheManyThatDoNot() {
        var team = cast.team(null);
        var user = cast.hire("requester");
        var engineer = cast.join(team, cast.hire("engineer"));
        var word = "zebrastreifen" + engineer.id();
        var took = write(51, null, word, user);
        participants.add(took.stream()
                .map(number -> new Participant(Tickets.KIND, number, engineer.id(), "watcher", NOW))
                .toList());
        var theirs = write(5, team.id(), word, user);
        write(2_100, team.id(), "fuelltext", user);
        var all = new ArrayList<Long>(took);
        all.addAll(theirs);
        all.sort(Collections.reverseOrder());
        for (int limit : new int[] {7, 50, 51, 100}) {
            assertThat(found(word, limit, engineer)).as("by " + limit).isEqualTo(all);
        }
    }

    private List<Long> found(String word, int limit, Me me) {
        var found = new ArrayList<Long>();
        @Nullable Mark after = null;
        do {
            var page = queue.list(Filter.of(View.ALL).words(word), after, limit, me, NOW);
            page.items().forEach(ticket -> found.add(ticket.number()));
            after = page.next();
        } while (after != null);
        return found;
    }

    private List<Long> write(int many, @Nullable Long team, String word, Me user) {
        var numbers = db.sql("""
                insert into ticket.ticket (number, draft_id, origin, kind, title, requester_id, reporter_id, source, impact, urgency,
                       priority, team_id, stage, stage_at, opened_at, updated_at)
                select nextval('ticket.number'), gen_random_uuid(), 'import', 'incident', :word, :user, :user, 'web', 'low', 'low',
                       'normal', :team::bigint, 'waiting', :now::timestamptz, :now::timestamptz, :now::timestamptz
                  from generate_series(1, :many)
                returning number
                """)
                .bind("word", word)
                .bind("user", user.id())
                .bind("team", team)
                .bind("now", NOW)
                .bind("many", many)
                .list(row -> row.number("number"));
        db.sql("""
                insert into ticket.words (number, words)
                select number, :words::tsvector from unnest(:numbers::bigint[]) as w (number)
                """).bind("numbers", numbers).bind("words", Words.stored(word)).update();
        written.addAll(numbers);
        return numbers;
    }
}
