package dev.qiao.people.draft;

import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The door to what somebody typed and has not sent yet. Everybody has their own; there is no way to another's. */
@Component
public class Drafts {
    /** How many forms somebody can have half filled in; beyond it goes what holds nothing any more, then the oldest. */
    static final int MOST = 100;

    static final Duration KEPT = Duration.ofDays(30);
    private static final int FIELDS = 1_000;
    private static final int SIZE = 120_000;
    private static final int NAME = 120;
    private static final int PLACE = 500;

    private final Db db;
    private final DraftSql sql;

    Drafts(Db db, DraftSql sql) {
        this.db = db;
        this.sql = sql;
    }

    /** Those of these forms in which something is kept. */
    public List<Draft> of(Collection<String> names, Me me) {
        return sql.of(names.stream().limit(MOST).toList(), me.id());
    }

    /** All in which something is kept, the newest first. */
    public List<Begun> all(Me me) {
        return sql.all(me.id(), MOST);
    }

    /** How many these are. */
    public long count(Me me) {
        return sql.count(me.id());
    }

    /**
     * Keeps what was typed. Empty when somebody saved over the version that was seen, such as the same person on another device:
     * then nothing is written, and both are still there.
     *
     * @param fields none when everything was taken back
     * @param seen the version that this one follows; 0: none
     */
    public Optional<Draft> save(String name, Map<String, String> fields, int seen, Me me, Instant now) {
        return save(name, fields, seen, "", "", me, now);
    }

    /**
     * The same, told where.
     *
     * @param page the address of the page; empty: not known, as it was known before
     * @param about what stands at its head; likewise
     */
    public Optional<Draft> save(
            String name, Map<String, String> fields, int seen, String page, String about, Me me, Instant now) {
        bounded(name, fields);
        var clean =
                fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> printable(e.getValue())));
        return db.transact(() -> {
            var saved = sql.save(name, Json.of(clean), seen, bounded(page), bounded(about), me.id(), now);
            if (saved.isPresent()) sql.trim(me.id(), MOST);
            return saved;
        });
    }

    /** Forgets it: it was sent, or nobody wants it any more. */
    public void clear(String name, Me me) {
        sql.clear(name, me.id());
    }

    /**
     * What people were writing in some forms goes on in others, inside the act by which the first ones go on there. Nobody is told
     * what it says. Whoever has the other one open and goes on writing is offered both, as after two devices. What would be more than one form keeps
     * stays where it is.
     *
     * @param ways the name of each form, and of the one in which it goes on
     * @param whose by their number, of whom it is to go on: of those who will see the other form
     */
    public void move(Map<String, String> ways, LongPredicate whose, Joint joint, Instant now) {
        var names =
                Stream.concat(ways.keySet().stream(), ways.values().stream()).collect(toSet());
        sql.each(names, (person, drafts) -> {
            var pile = new Pile(sql, person, drafts, joint, now);
            if (ways.keySet().stream().noneMatch(pile::written) || !whose.test(person)) return;
            ways.forEach(pile::move);
        });
    }

    /**
     * The act is taken back: what went along goes back, as it stands now. What was sent or dropped meanwhile stays so.
     *
     * @param homes the name of each form from which something may have come, and of the one in which it is at home now
     * @param where in which forms it may stand
     */
    public void giveBack(Map<String, String> homes, Collection<String> where, Joint joint, Instant now) {
        var names = Stream.concat(homes.values().stream(), where.stream()).collect(toSet());
        sql.each(names, (person, drafts) -> {
            var pile = new Pile(sql, person, drafts, joint, now);
            where.forEach(name -> pile.giveBack(name, homes));
        });
    }

    private static void bounded(String name, Map<String, String> fields) {
        if (name.isBlank() || name.length() > NAME) throw Refused.malformed("name", "people.draft.bad_name");
        if (!fit(fields)) throw Refused.tooLarge("fields", "people.draft.too_large", SIZE);
    }

    private static String bounded(String text) {
        var line = printable(text).strip();
        return line.length() > PLACE ? "" : line;
    }

    /** Whether one draft holds as much. */
    static boolean fit(Map<String, String> fields) {
        long size = fields.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + e.getValue().length())
                .sum();
        return fields.size() <= FIELDS && size <= SIZE;
    }

    /** The database takes no NUL; the form refuses it by itself when it is sent. */
    private static String printable(String text) {
        return text.replace("\0", "");
    }
}
