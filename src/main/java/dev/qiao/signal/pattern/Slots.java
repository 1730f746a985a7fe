package dev.qiao.signal.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which templates would be the same but for one word. A slot is a template with one word taken out; in it stand all templates that
 * differ there only. How many of them make the word a value depends on how the words look.
 */
final class Slots {
    private static final int ENOUGH = 4;
    /** What begins a message mostly names what speaks. */
    private static final int AT_THE_START = 4;
    /** Names with dots, dashes or underlines in them are given, not spoken. */
    private static final int ODD = -1;
    /** Started, Paused, GET, POST: a capital inside a message marks a state or a verb more often than a value. */
    private static final int CAPITAL = 2;
    /** Numbers stood here as well. */
    private static final int BESIDE_VALUES = -1;
    /** How many words of a template are looked at. */
    private static final int LOOKED_AT = 48;

    private final Map<Long, List<Group>> slots = new HashMap<>();

    void put(Group group) {
        for (var slot : of(group.template()))
            slots.computeIfAbsent(slot.key(), _ -> new ArrayList<>(1)).add(group);
    }

    void remove(Group group) {
        for (var slot : of(group.template()))
            slots.computeIfPresent(slot.key(), (_, groups) -> {
                groups.remove(group);
                return groups.isEmpty() ? null : groups;
            });
    }

    /** The first groups beside this one, and itself, that are one because they differ in a value only; or nobody. */
    List<Group> ripe(Group group) {
        for (var slot : of(group.template())) {
            var met = slots.getOrDefault(slot.key(), List.of()).stream()
                    .filter(other -> other.template().meets(group.template(), slot.place()))
                    .toList();
            if (met.size() > 1 && enough(met, slot.place())) return met;
        }
        return List.of();
    }

    private static boolean enough(List<Group> groups, int place) {
        var words = groups.stream()
                .map(group -> group.template().words().get(place))
                .distinct()
                .toList();
        var said = words.stream().filter(word -> !word.equals(Words.VALUE)).toList();
        boolean beside = said.size() < words.size();
        if (beside && said.stream().anyMatch(word -> word.contains(Words.VALUE))) return true;
        int enough = ENOUGH + (place == 0 ? AT_THE_START : 0) + (beside ? BESIDE_VALUES : 0);
        if (nearlyAll(said, Slots::odd)) enough += ODD;
        else if (nearlyAll(said, word -> Character.isUpperCase(word.charAt(0)))) enough += CAPITAL;
        return said.size() >= enough;
    }

    private static boolean nearlyAll(List<String> words, Predicate<String> look) {
        return words.stream().filter(look).count() >= words.size() - 1;
    }

    private static boolean odd(String word) {
        return !Shape.bare(word).chars().allMatch(Character::isLetter);
    }

    /** A place of a template, and a number that is the same for all templates that are the same elsewhere. */
    private record Slot(int place, long key) {}

    /** A template of a single word and values has none for that word: without it nothing would be left. */
    private static List<Slot> of(Template template) {
        var words = template.words();
        boolean several = words.stream().filter(Words::says).count() > 1;
        long all = 0;
        for (int n = 0; n < words.size(); n++) all += number(words.get(n), n);
        var slots = new ArrayList<Slot>();
        for (int n = 0; n < words.size() && slots.size() < LOOKED_AT; n++) {
            var word = words.get(n);
            if (word.equals(Words.VALUE) || (several && Words.says(word)))
                slots.add(new Slot(n, mixed(all - number(word, n) + number(Words.VALUE, n) + n)));
        }
        return slots;
    }

    private static long number(String word, int place) {
        return mixed(word.hashCode() * 0x9E3779B97F4A7C15L + place);
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
