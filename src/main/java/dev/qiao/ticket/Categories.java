package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.base.Row;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The category tree; reading is from memory. */
@Component
public class Categories {
    private static final int DEEPEST = 4;

    private final Db db;
    private final Journal journal;
    private final Remembered<List<Category>> all = new Remembered<>(this::read);

    Categories(Db db, Journal journal) {
        this.db = db;
        this.journal = journal;
    }

    /** All, in the order of the tree's places. */
    public List<Category> all() {
        return all.get();
    }

    /** The category with this number, also one that is retired. */
    public Optional<Category> find(long id) {
        return all().stream().filter(c -> c.id() == id).findFirst();
    }

    /** The category with this code. */
    public Optional<Category> byCode(String code) {
        return all().stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** Its name with those above it, outermost first. */
    public List<Category> path(long id) {
        var path = new ArrayDeque<Category>();
        var next = find(id);
        while (next.isPresent() && path.size() < DEEPEST) {
            path.addFirst(next.get());
            var parent = next.get().parent();
            next = parent == null ? Optional.empty() : find(parent);
        }
        return List.copyOf(path);
    }

    /** Adds one (id 0) or changes it. Errors: a code that is taken, a parent below itself, a tree deeper than four. */
    public Category save(Category wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var name = Texts.title("name", wanted.name());
        if (!wanted.code().matches("[a-z0-9][a-z0-9._-]{0,63}")) throw Refused.invalid("code", "ticket.bad_code");
        if (byCode(wanted.code()).filter(c -> c.id() != wanted.id()).isPresent()) {
            throw Refused.invalid("code", "ticket.code_taken", wanted.code());
        }
        var parent = wanted.parent();
        if (parent != null) {
            var above = path(parent);
            if (above.isEmpty() || above.size() >= DEEPEST || above.stream().anyMatch(c -> c.id() == wanted.id())) {
                throw Refused.invalid("parent", "ticket.bad_parent", DEEPEST);
            }
        }
        var before = wanted.id() == 0 ? Optional.<Category>empty() : find(wanted.id());
        var saved = db.transact(() -> {
            var row = write(new Category(wanted.id(), wanted.code(), parent, name, wanted.place(), wanted.active()));
            var facts = Configured.of("ticket.category", row.code(), before.orElse(null), row);
            journal.write(new Entry(now, me.origin(), "category", row.id(), 0, me.id(), Audience.ADMIN, facts));
            return row;
        });
        all.forget();
        return saved;
    }

    private Category write(Category c) {
        var sql = c.id() == 0 ? """
                  insert into ticket.category (code, parent_id, name, place, active) values (:code, :parent, :name, :place, :active)
                  returning id, code, parent_id, name, place, active
                  """ : """
                  update ticket.category set code = :code, parent_id = :parent, name = :name, place = :place, active = :active
                   where id = :id returning id, code, parent_id, name, place, active
                  """;
        return db.sql(sql)
                .bind("id", c.id())
                .bind("code", c.code())
                .bind("parent", c.parent())
                .bind("name", c.name())
                .bind("place", c.place())
                .bind("active", c.active())
                .optional(Categories::category)
                .orElseThrow(() -> Refused.notFound("ticket.no_category", c.code()));
    }

    private List<Category> read() {
        return db.sql(
                        "select id, code, parent_id, name, place, active from ticket.category order by place, code limit 2000")
                .list(Categories::category);
    }

    private static Category category(Row row) {
        @Nullable Long parent = row.numberOrNull("parent_id");
        return new Category(
                row.number("id"), row.text("code"), parent, row.text("name"), row.integer("place"), row.yes("active"));
    }

    /** A branch of the tree by which tickets are sorted. */
    public record Category(long id, String code, @Nullable Long parent, String name, int place, boolean active) {}
}
