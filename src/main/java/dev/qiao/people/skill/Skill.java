package dev.qiao.people.skill;

/** Something that work may want somebody to be able to do. */
public record Skill(long id, String code, String name) {
    /** How well: 1 knows it, 2 does it alone, 3 teaches it. */
    public static final int HIGHEST = 3;
}
