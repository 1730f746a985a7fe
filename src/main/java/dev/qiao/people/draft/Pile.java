package dev.qiao.people.draft;

import dev.qiao.people.draft.Carried.Part;
import dev.qiao.people.draft.DraftSql.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The drafts of one person, while some of them move. */
final class Pile {
    private record Filled(
            Map<String, String> fields, @Nullable Carried carried) {}

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
        if (join(into, words, parts(from))) clear(from);
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

    private boolean join(String into, Map<String, String> words, List<Part> parts) {
        return put(into, () -> {
            var there = fields(into);
            var before = carried(into);
            var carried = (before == null ? new Carried(there, List.of()) : before).with(parts);
            return new Filled(there.isEmpty() ? words : joint.both(into, there, words), carried);
        });
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
            if (!settle(from, home, parted.back())) {
                place++;
                continue;
            }
            stays = parted.stays();
            left = left.without(place);
        }
        if (left.equals(carried(name))) return;
        if (stays.isEmpty()) clear(name);
        else keep(name, new Filled(stays, left.parts().isEmpty() ? null : left));
    }

    private boolean settle(String from, String home, Map<String, String> back) {
        if (back.isEmpty()) return true;
        if (!from.equals(home)) return join(home, joint.as(from, home, back), List.of(new Part(from, back)));
        return put(home, () -> {
            var there = fields(home);
            return new Filled(there.isEmpty() ? back : joint.both(home, there, back), carried(home));
        });
    }

    /** False, and nothing is written, for more than one form keeps. What was begun there in this very moment is joined, too. */
    private boolean put(String name, Supplier<Filled> filling) {
        while (true) {
            var filled = filling.get();
            if (!Drafts.fit(filled.fields())) return false;
            if (keep(name, filled)) return true;
            sql.hold(name, person).ifPresentOrElse(kept -> drafts.put(name, kept), () -> drafts.remove(name));
        }
    }

    private boolean keep(String name, Filled filled) {
        var there = drafts.get(name);
        int before = there == null ? 0 : there.draft().version();
        var draft = new Draft(name, filled.fields(), before + 1, now);
        if (!sql.put(draft, filled.carried(), before, person)) return false;
        drafts.put(name, new Kept(draft, filled.carried()));
        return true;
    }

    private void clear(String name) {
        drafts.remove(name);
        sql.clear(name, person);
    }
}
