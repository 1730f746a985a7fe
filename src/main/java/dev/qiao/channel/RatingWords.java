package dev.qiao.channel;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a letter that tells of a solution and asks how it went, the same in text and HTML. */
public record RatingWords(
        String greeting,
        String body,
        String ask,
        List<Star> stars,
        String otherwise,
        String follow,
        String until,
        String machine) {
    /** An answer that one can give, and the link with it chosen. */
    public record Star(int stars, String label, String link) {
        /** So many full ones, and the rest empty. */
        public String drawn() {
            return "★".repeat(stars) + "☆".repeat(5 - stars);
        }
    }

    String text() {
        var all = new ArrayList<>(List.of(greeting, body, ask));
        stars.forEach(star -> all.add(star.drawn() + " " + star.label() + "\n" + star.link()));
        all.addAll(List.of(otherwise + "\n" + follow, until, machine));
        return String.join("\n\n", all) + "\n";
    }
}
