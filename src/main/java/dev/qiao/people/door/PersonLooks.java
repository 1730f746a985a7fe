package dev.qiao.people.door;

import dev.qiao.base.Db;
import dev.qiao.base.Look;
import dev.qiao.base.Looks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The table of looks. Devices carry them in cookies, so that a page costs no question; it is read at signing in. */
@Component
class PersonLooks implements Looks {
    private final Db db;

    PersonLooks(Db db) {
        this.db = db;
    }

    @Override
    public Optional<Look> of(long person) {
        return db.sql("select theme, size, motion from people.look where person_id = :person")
                .bind("person", person)
                .optional(row -> new Look(
                        row.word("theme", Look.Theme.class),
                        row.word("size", Look.Size.class),
                        row.word("motion", Look.Motion.class)));
    }

    @Override
    public void keep(long person, Look look) {
        db.sql("""
                insert into people.look (person_id, theme, size, motion) values (:person, :theme, :size, :motion)
                on conflict (person_id) do update
                set theme = excluded.theme, size = excluded.size, motion = excluded.motion
                """)
                .bind("person", person)
                .bind("theme", look.theme())
                .bind("size", look.size())
                .bind("motion", look.motion())
                .updateOne();
    }
}
