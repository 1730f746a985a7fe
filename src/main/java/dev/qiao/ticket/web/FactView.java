package dev.qiao.ticket.web;

import dev.qiao.base.web.Face;
import org.jspecify.annotations.Nullable;

/** One line of what is known: a label with a word, a link or a person. */
public record FactView(
        String label,
        String value,
        @Nullable String link,
        @Nullable Face face) {
    public static FactView of(String label, String value) {
        return new FactView(label, value, null, null);
    }

    public static FactView link(String label, String value, String link) {
        return new FactView(label, value, link, null);
    }

    public static FactView person(String label, Face face) {
        return new FactView(label, face.name(), null, face);
    }
}
