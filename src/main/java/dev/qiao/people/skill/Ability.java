package dev.qiao.people.skill;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do, and how much at once.
 *
 * @param levels by skill, 1 to 3; a skill that is missing they do not have
 * @param capacity how much open work, weighted by priority, they are given before others; null: no limit
 */
public record Ability(
        long person, Map<Long, Integer> levels, @Nullable Integer capacity) {
    /** Of somebody of whom nothing is known: no skills, as many tickets as come. */
    public static Ability none(long person) {
        return new Ability(person, Map.of(), null);
    }

    /** From 1 to 5; 0 without the skill. */
    public int level(long skill) {
        return levels.getOrDefault(skill, 0);
    }
}
