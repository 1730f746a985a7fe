package dev.qiao.journal;

import dev.qiao.base.Db;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries below the horizon, read once for all readers of this node: what stands below it never changes, and nothing comes
 * in between any more. A reader that is further behind reads for itself.
 */
final class Tail {
    private static final int MOST = 2_000;
    private static final int STEP = 500;

    private final Db db;
    private final List<Recorded> entries = new ArrayList<>();
    private @Nullable Cursor before;

    Tail(Db db) {
        this.db = db;
    }

    List<Recorded> after(Cursor cursor, int limit) {
        var known = known(cursor, limit);
        return known == null ? cursor.ahead(db, limit) : known;
    }

    /** Null for a place before what is kept. */
    private synchronized @Nullable List<Recorded> known(Cursor cursor, int limit) {
        if (before == null || cursor.compareTo(end()) > 0) {
            entries.clear();
            before = cursor;
        }
        if (cursor.compareTo(before) < 0) return null;
        if (cursor.equals(end())) more();
        int from = place(cursor);
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
    }

    private Cursor end() {
        if (!entries.isEmpty()) return Cursor.at(entries.getLast());
        return Objects.requireNonNull(before);
    }

    private void more() {
        var fresh = end().ahead(db, STEP);
        if (entries.size() + fresh.size() > MOST) {
            var old = entries.subList(0, entries.size() / 2);
            before = Cursor.at(old.getLast());
            old.clear();
        }
        entries.addAll(fresh);
    }

    /** The index of the first entry behind the cursor. */
    private int place(Cursor cursor) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Cursor.at(entries.get(middle)).compareTo(cursor) <= 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
