package dev.qiao.people.draft;

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
import java.util.function.BinaryOperator;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /**
     * Keeps what was typed. Empty when somebody saved over the version that was seen, such as the same person on another device:
     * then nothing is written, and both are still there.
     *
     * @param fields none when everything was taken back
     * @param seen the version that this one follows; 0: none
     */
    public Optional<Draft> save(String name, Map<String, String> fields, int seen, Me me, Instant now) {
        bounded(name, fields);
        var clean =
                fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> printable(e.getValue())));
        return db.transact(() -> {
            var saved = sql.save(name, Json.of(clean), seen, me.id(), now);
            if (saved.isPresent()) sql.trim(me.id(), MOST);
            return saved;
        });
    }

    /** Forgets it: it was sent, or nobody wants it any more. */
    public void clear(String name, Me me) {
        sql.clear(name, me.id());
    }

    /**
     * What people were writing in one form goes on in another, inside the act by which the first one goes on there. Nobody is told
     * what it says. Whoever has the other one open and goes on writing is offered both, as after two devices.
     *
     * @param whose by their number, of whom it is to go on: of those who will see the other form
     * @param as how the words of the first form stand in the other
     * @param both what is kept of somebody who was writing in both, first what stands there
     */
    public void move(
            String from,
            String into,
            LongPredicate whose,
            UnaryOperator<Map<String, String>> as,
            BinaryOperator<Map<String, String>> both,
            Instant now) {
        sql.lock(List.of(from, into)).forEach((person, drafts) -> {
            var moved = drafts.get(from);
            if (moved == null || moved.fields().isEmpty() || !whose.test(person)) return;
            var words = as.apply(moved.fields());
            if (words.isEmpty()) return;
            var there = drafts.get(into);
            var fields = there == null || there.fields().isEmpty() ? words : both.apply(there.fields(), words);
            sql.put(new Draft(into, fields, there == null ? 1 : there.version() + 1, now), person);
            sql.clear(from, person);
        });
    }

    private static void bounded(String name, Map<String, String> fields) {
        if (name.isBlank() || name.length() > NAME) throw Refused.malformed("name", "people.draft.bad_name");
        long size = fields.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + e.getValue().length())
                .sum();
        if (fields.size() > FIELDS || size > SIZE) throw Refused.tooLarge("fields", "people.draft.too_large", SIZE);
    }

    /** The database takes no NUL; the form refuses it by itself when it is sent. */
    private static String printable(String text) {
        return text.replace("\0", "");
    }
}
