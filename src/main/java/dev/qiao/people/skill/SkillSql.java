package dev.qiao.people.skill;

import static java.util.stream.Collectors.toMap;

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

    /** One that was there before. False when its code is taken. */
    boolean insert(long id, String code, String name) {
        return db.sql("""
                insert into people.skill (id, code, name) overriding system value values (:id, :code, :name)
                on conflict do nothing
                """).bind("id", id).bind("code", code).bind("name", name).update() == 1;
    }

    /** How well who has it. */
    Map<Long, Integer> holders(long id) {
        record Holder(long person, int level) {}
        return db
                .sql(
                        "select person_id, level from people.person_skill where skill_id = :id order by person_id limit 10000")
                .bind("id", id)
                .list(row -> new Holder(row.number("person_id"), row.integer("level")))
                .stream()
                .collect(toMap(Holder::person, Holder::level));
    }

    void hold(long id, Map<Long, Integer> holders) {
        var persons = List.copyOf(holders.keySet());
        db.sql("""
                insert into people.person_skill (person_id, skill_id, level)
                select person, :id, level from unnest(:persons::bigint[], :levels::int[]) as held (person, level)
                """)
                .bind("id", id)
                .bind("persons", persons)
                .bind("levels", persons.stream().map(holders::get).toList())
                .update();
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
