package dev.qiao.ticket.check;

import dev.qiao.base.Check;
import dev.qiao.base.Db;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * No open ticket lies with somebody who has left. What they had is given back a moment after they leave, so what is found is looked at
 * twice.
 */
@Component
class Attended implements Check {
    private static final int MOST = 100;
    private static final int PERSONS = 1000;
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    private final Db db;
    private final People people;

    Attended(Db db, People people) {
        this.db = db;
        this.people = people;
    }

    @Override
    public String name() {
        return "ticket.open_work_is_with_who_is_here";
    }

    @Override
    public List<String> problems() {
        var first = found();
        if (first.isEmpty() || !Checks.rested(GIVING_BACK)) return first;
        return found().stream().filter(first::contains).toList();
    }

    private List<String> found() {
        var problems = new ArrayList<String>();
        var batch = after(0);
        while (!batch.isEmpty() && problems.size() < MOST) {
            var here = people.of(batch);
            var gone = batch.stream()
                    .filter(id -> !(here.get(id) instanceof Person person && person.active()))
                    .toList();
            if (!gone.isEmpty()) problems.addAll(with(gone));
            batch = after(batch.getLast());
        }
        return List.copyOf(problems.subList(0, Math.min(MOST, problems.size())));
    }

    private List<Long> after(long person) {
        return db.sql("""
                select distinct assignee_id from ticket.ticket
                where assignee_id > :after and stage in ('waiting', 'working', 'on_hold') order by assignee_id limit :limit
                """).bind("after", person).bind("limit", PERSONS).list(row -> row.number("assignee_id"));
    }

    private List<String> with(List<Long> persons) {
        return db.sql("""
                select number, assignee_id from ticket.ticket
                where assignee_id = any(:persons::bigint[]) and stage in ('waiting', 'working', 'on_hold')
                order by number limit :limit
                """)
                .bind("persons", persons)
                .bind("limit", MOST)
                .list(row -> "ticket %d: open, and with person %d, who is not active"
                        .formatted(row.number("number"), row.number("assignee_id")));
    }
}
