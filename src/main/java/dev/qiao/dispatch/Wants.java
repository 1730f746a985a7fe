package dev.qiao.dispatch;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.dispatch.Want.Kind;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.skill.Skill;
import dev.qiao.people.skill.Skills;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which skills work wants. Changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Wants {
    /** How the journal calls a want. */
    public static final String KIND = "dispatch.want";

    private static final int MOST = 2_000;

    /**
     * A want as the audit shows it.
     *
     * @param id which of several wants of one subject; null in what was said before they could be taken back
     */
    record Said(@Nullable String id, Kind kind, long subject, long skill, int level) {
        static Said of(Want want) {
            return new Said(thing(want), want.kind(), want.subject(), want.skill(), want.level());
        }

        Want want() {
            return new Want(kind, subject, skill, level);
        }
    }

    /** Which of the wants of one subject, as the journal calls it. */
    public static String thing(Want want) {
        return want.kind().code() + " " + want.subject() + " " + want.skill();
    }

    private final Db db;
    private final Skills skills;
    private final Journal journal;

    Wants(Db db, Skills skills, Journal journal) {
        this.db = db;
        this.skills = skills;
        this.journal = journal;
    }

    /** Which work wants which skill. */
    public List<Want> all() {
        return db.sql(
                        "select kind, subject, skill_id, level from dispatch.want order by kind, subject, skill_id limit :most")
                .bind("most", MOST)
                .list(row -> new Want(
                        row.word("kind", Kind.class),
                        row.number("subject"),
                        row.number("skill_id"),
                        row.integer("level")));
    }

    /** The highest level of each skill that any of these wants. */
    static Map<Long, Integer> of(List<Want> all, @Nullable Long rule, @Nullable Long service, List<Long> categories) {
        var wanted = new HashMap<Long, Integer>();
        for (var want : all) {
            boolean counts = switch (want.kind()) {
                case RULE -> rule != null && rule == want.subject();
                case SERVICE -> service != null && service == want.subject();
                case CATEGORY -> categories.contains(want.subject());
            };
            if (counts) wanted.merge(want.skill(), want.level(), Math::max);
        }
        return wanted;
    }

    /** From now on; a level that was wanted before is replaced. */
    public void put(Want want, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (skills.find(want.skill()).isEmpty()) throw Refused.invalid("skill", "people.no_skill");
        if (want.level() < 1 || want.level() > Skill.HIGHEST)
            throw Refused.invalid("level", "people.skill_level", Skill.HIGHEST);
        db.transact(() -> {
            var before = find(want);
            if (before == null && all().size() >= MOST) throw Refused.conflict("dispatch.wants_many", MOST);
            db.sql("""
                    insert into dispatch.want (kind, subject, skill_id, level) values (:kind, :subject, :skill, :level)
                    on conflict (kind, subject, skill_id) do update set level = excluded.level
                    """)
                    .bind("kind", want.kind())
                    .bind("subject", want.subject())
                    .bind("skill", want.skill())
                    .bind("level", want.level())
                    .updateOne();
            tell(want, before, want, me, now);
        });
    }

    /** Such work wants the skill no more. Errors: forbidden. */
    public void remove(Kind kind, long subject, long skill, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        db.transact(() -> {
            var before = find(new Want(kind, subject, skill, 1));
            if (before == null) throw Refused.notFound("dispatch.no_want");
            db.sql("delete from dispatch.want where kind = :kind and subject = :subject and skill_id = :skill")
                    .bind("kind", kind)
                    .bind("subject", subject)
                    .bind("skill", skill)
                    .updateOne();
            tell(before, before, null, me, now);
        });
    }

    private @Nullable Want find(Want like) {
        return all().stream()
                .filter(w -> w.kind() == like.kind() && w.subject() == like.subject() && w.skill() == like.skill())
                .findFirst()
                .orElse(null);
    }

    private void tell(Want of, @Nullable Want before, @Nullable Want after, Me me, Instant now) {
        var was = before == null ? null : Said.of(before);
        var is = after == null ? null : Said.of(after);
        var facts = Configured.of(KIND, of.kind().code() + " " + of.subject(), was, is);
        journal.write(new Entry(now, me.origin(), KIND, of.subject(), 0, me.id(), Audience.ADMIN, facts));
    }
}
