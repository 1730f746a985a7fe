package dev.qiao.people.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.people.roster.Layer.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rosters as they stand: four statements, however many teams. */
@Component
public class Duties {
    private record Frame(long team, ZoneId zone, List<Window> wanted, Set<Long> staff) {}

    private record TeamLayer(long team, Layer layer) {}

    private final Db db;

    Duties(Db db) {
        this.db = db;
    }

    /** Whoever is on duty in these teams at this moment; a team on which nobody is on duty is missing. */
    public Map<Long, List<Long>> onDuty(Collection<Long> teams, Instant at) {
        var found = new TreeMap<Long, List<Long>>();
        of(teams, at, at.plusMillis(1)).forEach((team, roster) -> {
            var persons = roster.onDuty(at);
            if (!persons.isEmpty()) found.put(team, persons);
        });
        return found;
    }

    /** The rosters, with what stands in their place between two moments. */
    public Map<Long, Roster> of(Collection<Long> teams, Instant from, Instant to) {
        if (teams.isEmpty()) return Map.of();
        var frames = frames(teams);
        var layers = layers(teams).stream().collect(groupingBy(TeamLayer::team));
        var covers = covers(teams, from, to).stream().collect(groupingBy(Cover::team));
        var staff = new TreeSet<Long>();
        frames.forEach(frame -> staff.addAll(frame.staff()));
        var leaves = leaves(staff, from, to);
        return frames.stream()
                .collect(toMap(
                        Frame::team,
                        frame -> new Roster(
                                frame.team(),
                                frame.zone(),
                                frame.wanted(),
                                layers.getOrDefault(frame.team(), List.of()).stream()
                                        .map(TeamLayer::layer)
                                        .toList(),
                                covers.getOrDefault(frame.team(), List.of()),
                                leaves.stream()
                                        .filter(leave -> frame.staff().contains(leave.person()))
                                        .toList(),
                                frame.staff())));
    }

    /** The roster of one team. Errors: there is no such team. */
    public Roster of(long team, Instant from, Instant to) {
        var roster = of(List.of(team), from, to).get(team);
        if (roster == null) throw new IllegalArgumentException("no team " + team);
        return roster;
    }

    private List<Frame> frames(Collection<Long> teams) {
        return db.sql("""
                select t.id, t.zone,
                       array(select h.weekday || ':' || h.starts || ':' || h.ends from people.roster_hour h
                              where h.team_id = t.id order by h.weekday, h.starts) as hours,
                       array(select m.person_id from people.team_member m join people.person p on p.id = m.person_id
                              where m.team_id = t.id and p.active) as staff
                from people.team t where t.id = any(:teams::bigint[]) limit 1000
                """)
                .bind("teams", teams)
                .list(row -> new Frame(
                        row.number("id"),
                        ZoneId.of(row.text("zone")),
                        windows(row.texts("hours")),
                        Set.copyOf(row.numbers("staff"))));
    }

    private List<TeamLayer> layers(Collection<Long> teams) {
        return db.sql("""
                select l.id, l.team_id, l.name, l.level, l.every, l.unit, l.version,
                       to_char(l.starts, 'YYYY-MM-DD"T"HH24:MI') as starts, to_char(l.ends, 'YYYY-MM-DD"T"HH24:MI') as ends,
                       array(select t.turn || ':' || t.person_id from people.layer_turn t
                              where t.layer_id = l.id order by t.turn, t.person_id) as turns,
                       array(select h.weekday || ':' || h.starts || ':' || h.ends from people.layer_hour h
                              where h.layer_id = l.id order by h.weekday, h.starts) as hours
                from people.layer l where l.team_id = any(:teams::bigint[])
                order by l.team_id, l.level, l.id limit 10000
                """).bind("teams", teams).list(row -> new TeamLayer(row.number("team_id"), layer(row)));
    }

    List<Cover> covers(Collection<Long> teams, Instant from, Instant to) {
        return db.sql("""
                select id, team_id, person_id, instead_id, starts, ends, swap_id from people.cover
                where team_id = any(:teams::bigint[]) and ends > :from and starts < :to and removed_at is null
                order by id limit 10000
                """)
                .bind("teams", teams)
                .bind("from", from)
                .bind("to", to)
                .list(row -> new Cover(
                        row.number("id"),
                        row.number("team_id"),
                        row.number("person_id"),
                        row.numberOrNull("instead_id"),
                        row.instant("starts"),
                        row.instant("ends"),
                        row.numberOrNull("swap_id")));
    }

    List<Leave> leaves(Collection<Long> persons, Instant from, Instant to) {
        return db.sql("""
                select id, person_id, starts, ends, note from people.leave
                where person_id = any(:persons::bigint[]) and ends > :from and starts < :to and removed_at is null
                order by starts, id limit 10000
                """)
                .bind("persons", persons)
                .bind("from", from)
                .bind("to", to)
                .list(row -> new Leave(
                        row.number("id"),
                        row.number("person_id"),
                        row.instant("starts"),
                        row.instant("ends"),
                        row.text("note")));
    }

    /** Whether somebody is away at any time of it: whoever stands in then would leave a gap. */
    boolean away(long person, Span span) {
        return !leaves(List.of(person), span.from(), span.to()).isEmpty();
    }

    private static Layer layer(Row row) {
        return new Layer(
                row.number("id"),
                row.text("name"),
                row.integer("level"),
                LocalDateTime.parse(row.text("starts")),
                time(row.textOrNull("ends")),
                row.integer("every"),
                row.word("unit", Unit.class),
                turns(row.texts("turns")),
                windows(row.texts("hours")),
                row.integer("version"));
    }

    private static @Nullable LocalDateTime time(@Nullable String text) {
        return text == null ? null : LocalDateTime.parse(text);
    }

    private static List<Set<Long>> turns(List<String> rows) {
        var turns = new TreeMap<Long, Set<Long>>();
        for (var row : rows) {
            var parts = numbers(row);
            turns.computeIfAbsent(parts[0], _ -> new TreeSet<>()).add(parts[1]);
        }
        return new ArrayList<>(turns.values());
    }

    private static List<Window> windows(List<String> rows) {
        return rows.stream()
                .map(Duties::numbers)
                .map(n -> new Window(DayOfWeek.of((int) n[0]), (int) n[1], (int) n[2]))
                .toList();
    }

    private static long[] numbers(String row) {
        return java.util.Arrays.stream(row.split(":"))
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
