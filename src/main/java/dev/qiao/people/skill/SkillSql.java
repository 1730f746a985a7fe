package dev.qiao.people.skill;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All SQL of skills. */
@Component
class SkillSql {
    private final Db db;

    SkillSql(Db db) {
        this.db = db;
    }

    List<Skill> all() {
        return db.sql("select id, code, name from people.skill order by code limit 1000")
                .list(SkillSql::skill);
    }

    Optional<Skill> insert(String code, String name) {
        return db.sql("""
                insert into people.skill (code, name) values (:code, :name)
                on conflict (code) do nothing returning id, code, name
                """).bind("code", code).bind("name", name).optional(SkillSql::skill);
    }

    void delete(long id) {
        db.sql("delete from people.skill where id = :id").bind("id", id).updateOne();
    }

    List<Ability> of(Collection<Long> persons) {
        return db.sql("""
                select p.id, c.weight,
                       array(select s.skill_id || ':' || s.level from people.person_skill s where s.person_id = p.id) as levels
                from unnest(:persons::bigint[]) as p (id) left join people.capacity c on c.person_id = p.id
                """)
                .bind("persons", List.copyOf(new java.util.TreeSet<>(persons)))
                .list(row -> new Ability(row.number("id"), levels(row.texts("levels")), row.integerOrNull("weight")));
    }

    void replace(Ability ability) {
        db.sql("delete from people.person_skill where person_id = :person")
                .bind("person", ability.person())
                .update();
        var skills = new ArrayList<>(ability.levels().keySet());
        db.sql("""
                insert into people.person_skill (person_id, skill_id, level)
                select :person, * from unnest(:skills::bigint[], :levels::int[])
                """)
                .bind("person", ability.person())
                .bind("skills", skills)
                .bind("levels", skills.stream().map(ability.levels()::get).toList())
                .update();
        db.sql("delete from people.capacity where person_id = :person")
                .bind("person", ability.person())
                .update();
        if (ability.capacity() == null) return;
        db.sql("insert into people.capacity (person_id, weight) values (:person, :weight)")
                .bind("person", ability.person())
                .bind("weight", ability.capacity())
                .updateOne();
    }

    private static Map<Long, Integer> levels(List<String> rows) {
        var levels = new HashMap<Long, Integer>();
        for (var row : rows) {
            int at = row.indexOf(':');
            levels.put(Long.valueOf(row.substring(0, at)), Integer.valueOf(row.substring(at + 1)));
        }
        return Map.copyOf(levels);
    }

    private static Skill skill(Row row) {
        return new Skill(row.number("id"), row.text("code"), row.text("name"));
    }
}
