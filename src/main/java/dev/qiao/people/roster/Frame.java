package dev.qiao.people.roster;

/**
 * What holds for a roster as a whole.
 *
 * @param calendar whose holidays are shown
 */
public record Frame(String calendar, int version) {
    static final Frame NEW = new Frame("cn-work", 1);
}
