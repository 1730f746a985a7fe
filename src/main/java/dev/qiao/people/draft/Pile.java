package dev.qiao.people.draft;

import dev.qiao.people.draft.Carried.Part;
import dev.qiao.people.draft.DraftSql.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The drafts of one person, while some of them move. */
final class Pile {
    private final DraftSql sql;
    private final long person;
    private final Map<String, Kept> drafts;
    private final Joint joint;
    private final Instant now;

    Pile(DraftSql sql, long person, Map<String, Kept> drafts, Joint joint, Instant now) {
        this.sql = sql;
        this.person = person;
        this.drafts = new HashMap<>(drafts);
        this.joint = joint;
        this.now = now;
    }

    private Map<String, String> fields(String name) {
        var kept = drafts.get(name);
        return kept == null ? Map.of() : kept.draft().fields();
    }

    private @Nullable Carried carried(String name) {
        var kept = drafts.get(name);
        return kept == null || kept.draft().fields().isEmpty() ? null : kept.carried();
    }

    boolean written(String name) {
        return !fields(name).isEmpty();
    }

    void move(String from, String into) {
        if (!written(from)) return;
        var words = joint.as(from, into, fields(from));
        if (words.isEmpty()) return;
        join(into, words, parts(from));
        clear(from);
    }

    /** What came from elsewhere is told apart from what was begun here. */
    private List<Part> parts(String from) {
        var own = fields(from);
        var parts = new ArrayList<Part>();
        for (var left = carried(from); left != null && !left.parts().isEmpty(); left = left.without(0)) {
            var parted = joint.apart(from, own, left, 0);
            parts.add(new Part(left.parts().getFirst().from(), parted.back()));
            own = parted.stays();
        }
        if (!own.isEmpty()) parts.addFirst(new Part(from, own));
        return parts;
    }

    private void join(String into, Map<String, String> words, List<Part> parts) {
        var there = fields(into);
        var before = carried(into);
        var carried = (before == null ? new Carried(there, List.of()) : before).with(parts);
        put(into, there.isEmpty() ? words : joint.both(into, there, words), carried);
    }

    void giveBack(String name, Map<String, String> homes) {
        var left = carried(name);
        if (left == null) return;
        var stays = fields(name);
        for (int place = 0; place < left.parts().size(); ) {
            var from = left.parts().get(place).from();
            var home = homes.get(from);
            if (home == null) {
                place++;
                continue;
            }
            var parted = joint.apart(name, stays, left, place);
            settle(from, home, parted.back());
            stays = parted.stays();
            left = left.without(place);
        }
        if (left.equals(carried(name))) return;
        if (stays.isEmpty()) clear(name);
        else put(name, stays, left.parts().isEmpty() ? null : left);
    }

    private void settle(String from, String home, Map<String, String> back) {
        if (back.isEmpty()) return;
        if (!from.equals(home)) {
            join(home, joint.as(from, home, back), List.of(new Part(from, back)));
            return;
        }
        var there = fields(home);
        put(home, there.isEmpty() ? back : joint.both(home, there, back), carried(home));
    }

    private void put(String name, Map<String, String> fields, @Nullable Carried carried) {
        var before = drafts.get(name);
        var draft = new Draft(name, fields, before == null ? 1 : before.draft().version() + 1, now);
        drafts.put(name, new Kept(draft, carried));
        sql.put(draft, carried, person);
    }

    private void clear(String name) {
        drafts.remove(name);
        sql.clear(name, person);
    }
}
